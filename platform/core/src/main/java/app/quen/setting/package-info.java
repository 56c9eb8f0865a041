/**
 * What a workspace has decided for all that it does: the currency that it counts in and the time
 * zone that it lives in. Settings of a person or of a plugin do not belong here.
 */
@NullMarked
package app.quen.setting;

import org.jspecify.annotations.NullMarked;

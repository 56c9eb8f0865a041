/** The table of the workspace's settings. */
@NullMarked
package app.quen.setting.internal;

import org.jspecify.annotations.NullMarked;

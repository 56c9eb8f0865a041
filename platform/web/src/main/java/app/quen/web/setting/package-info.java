/** The workspace's settings over HTTP. */
@NullMarked
package app.quen.web.setting;

import org.jspecify.annotations.NullMarked;

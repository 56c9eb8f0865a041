/** The plugins of a workspace over HTTP. */
@NullMarked
package app.quen.web.plugin;

import org.jspecify.annotations.NullMarked;

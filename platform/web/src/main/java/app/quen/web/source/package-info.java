/** The sources of a workspace over HTTP. */
@NullMarked
package app.quen.web.source;

import org.jspecify.annotations.NullMarked;

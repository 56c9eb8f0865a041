/** Interactions over HTTP. */
@NullMarked
package app.quen.web.interaction;

import org.jspecify.annotations.NullMarked;

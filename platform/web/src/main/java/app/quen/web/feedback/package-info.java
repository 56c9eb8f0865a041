/** Feedback over HTTP. */
@NullMarked
package app.quen.web.feedback;

import org.jspecify.annotations.NullMarked;

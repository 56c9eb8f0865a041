/** Everything that goes wrong, as RFC 9457 problem details in the caller's language. */
@NullMarked
package app.quen.web.problem;

import org.jspecify.annotations.NullMarked;

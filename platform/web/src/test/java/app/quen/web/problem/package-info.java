/** Holds app.quen.web.problem to its word, without the container. */
@NullMarked
package app.quen.web.problem;

import org.jspecify.annotations.NullMarked;

/** Holds app.quen.web.credential to its word, without the container. */
@NullMarked
package app.quen.web.credential;

import org.jspecify.annotations.NullMarked;

/** Holds app.quen.web.files to its word, without the container. */
@NullMarked
package app.quen.web.files;

import org.jspecify.annotations.NullMarked;

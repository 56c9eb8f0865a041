/** Holds app.quen.web.json to its word, without the container. */
@NullMarked
package app.quen.web.json;

import org.jspecify.annotations.NullMarked;

/** Holds the description of the API against the code and against what is committed. */
@NullMarked
package app.quen.web.openapi;

import org.jspecify.annotations.NullMarked;

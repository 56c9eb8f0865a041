/** The catalogue of fields over HTTP. */
@NullMarked
package app.quen.web.field;

import org.jspecify.annotations.NullMarked;

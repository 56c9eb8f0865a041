/**
 * The catalogue of fields of a record type: the core's own and those that plugins bring. It says
 * which fields exist here and whether a value fits; it stores no values.
 */
@NullMarked
package app.quen.field;

import org.jspecify.annotations.NullMarked;

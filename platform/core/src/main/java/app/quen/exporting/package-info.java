/**
 * Gives customers and orders out as a spreadsheet: the same ones as the list, in columns that can
 * be imported again. Formats only; which customers and which values is decided by the customer
 * record.
 */
@NullMarked
package app.quen.exporting;

import org.jspecify.annotations.NullMarked;

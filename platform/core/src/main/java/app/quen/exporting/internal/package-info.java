/** Writes tables as CSV and XLSX. */
@NullMarked
package app.quen.exporting.internal;

import org.jspecify.annotations.NullMarked;

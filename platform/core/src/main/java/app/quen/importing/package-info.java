/**
 * Brings a spreadsheet's rows in: preview, mapping, dry run, and a job that can be paused,
 * cancelled and resumed after a crash.
 */
@NullMarked
package app.quen.importing;

import org.jspecify.annotations.NullMarked;

/**
 * Brings back what a record said before, as the trail tells it. What a run of many changes did is
 * taken back by the bulk edits.
 */
@NullMarked
package app.quen.recovery;

import org.jspecify.annotations.NullMarked;

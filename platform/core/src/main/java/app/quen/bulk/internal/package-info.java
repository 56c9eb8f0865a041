/** The runs of bulk edits and undoings, chunk by chunk, and what they keep. */
@NullMarked
package app.quen.bulk.internal;

import org.jspecify.annotations.NullMarked;

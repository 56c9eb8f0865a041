/** The store of records: rows from JSON and back, lists, changes. */
@NullMarked
package app.quen.record.internal;

import org.jspecify.annotations.NullMarked;

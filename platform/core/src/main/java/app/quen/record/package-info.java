/**
 * What records that belong to a customer have in common: how they are made, shown, changed, listed,
 * trashed and restored, told as facts and kept in order with the customer. A component declares a
 * {@link app.quen.record.RecordType} and says by its use cases who may do what.
 */
@NullMarked
package app.quen.record;

import org.jspecify.annotations.NullMarked;

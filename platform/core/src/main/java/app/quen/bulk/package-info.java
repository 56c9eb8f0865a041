/**
 * One change for many customers, as a job that can be looked at before, stopped and undone; and the
 * undoing of whole imports. What a change means for one customer is the customer record's business.
 */
@NullMarked
package app.quen.bulk;

import org.jspecify.annotations.NullMarked;

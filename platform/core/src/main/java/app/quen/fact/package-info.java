/**
 * What has happened, told after commit: the outbox that takes a fact in the transaction of the
 * change, and the relay that hands it to every listener at least once.
 */
@NullMarked
package app.quen.fact;

import org.jspecify.annotations.NullMarked;

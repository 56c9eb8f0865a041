/** The outbox tables and the relay that empties them. */
@NullMarked
package app.quen.fact.internal;

import org.jspecify.annotations.NullMarked;

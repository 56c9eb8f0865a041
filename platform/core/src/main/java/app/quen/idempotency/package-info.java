/**
 * Requests that must not happen twice. The answer to the first one is kept with what it changed, in
 * the same transaction, and given again to those that repeat it.
 */
@NullMarked
package app.quen.idempotency;

import org.jspecify.annotations.NullMarked;

/** The table of answers. */
@NullMarked
package app.quen.idempotency.internal;

import org.jspecify.annotations.NullMarked;

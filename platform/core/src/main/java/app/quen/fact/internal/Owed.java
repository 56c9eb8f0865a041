package app.quen.fact.internal;

import app.quen.fact.Fact;
import app.quen.fact.RetryLater;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A fact that a listener is still to be told.
 *
 * @param attempts how often it was tried in vain
 * @param dueAt when to try (again); null for a dead letter
 * @param error of the last attempt
 */
record Owed(
    String listener, Fact fact, int attempts, @Nullable Instant dueAt, @Nullable String error) {

  static Owed fresh(String listener, Fact fact, Instant now) {
    return new Owed(listener, fact, 0, now, null);
  }

  /** The same after an attempt that failed. */
  Owed failed(Throwable why, RetryPolicy retries, Instant now) {
    int tried = attempts + 1;
    Instant next = retries.next(tried, now);
    if (next != null && why instanceof RetryLater later && now.plus(later.delay()).isAfter(next)) {
      next = now.plus(later.delay());
    }
    return new Owed(listener, fact, tried, next, RetryPolicy.describe(why));
  }
}

package app.quen.fact.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * When to try again, and when to give up.
 *
 * @param base the pause after the first failure; doubles with each further one, and is spread by
 *     half of itself both ways so that what failed together does not come back together
 * @param longest no pause is longer
 * @param attempts after so many the delivery is a dead letter
 */
record RetryPolicy(Duration base, Duration longest, int attempts) {

  private static final int ERROR_LENGTH = 2_000;

  /**
   * @param tried how many attempts have failed
   * @return null to give up
   */
  @Nullable Instant next(int tried, Instant now) {
    if (tried >= attempts) {
      return null;
    }
    long pause = base.toMillis() << Math.min(tried - 1, 20);
    pause = Math.min(pause, longest.toMillis());
    return now.plusMillis(pause / 2 + ThreadLocalRandom.current().nextLong(pause + 1));
  }

  /** The chain of causes, short enough for a column and for a person. */
  static String describe(Throwable why) {
    var text = new StringBuilder();
    Throwable cause = why;
    for (int depth = 0; cause != null && depth < 5; depth++, cause = cause.getCause()) {
      if (!text.isEmpty()) {
        text.append("; because of ");
      }
      text.append(cause);
    }
    return text.length() <= ERROR_LENGTH ? text.toString() : text.substring(0, ERROR_LENGTH);
  }
}

package app.quen.fact;

import java.time.Duration;

/**
 * Thrown by a {@link FactListener} that knows when a fact is worth another try. Counts as an
 * attempt; the relay waits at least as long as asked for.
 */
public class RetryLater extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final Duration delay;

  public RetryLater(Duration delay, String message) {
    super(message);
    this.delay = delay;
  }

  public Duration delay() {
    return delay;
  }
}

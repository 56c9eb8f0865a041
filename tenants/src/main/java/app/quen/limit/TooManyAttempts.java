package app.quen.limit;

import java.time.Duration;

/** A limit was reached; the same may be tried again after a while. */
public class TooManyAttempts extends RuntimeException {

  private final Duration retryAfter;

  public TooManyAttempts(String what, Duration retryAfter) {
    super(what + ": again in " + retryAfter.toSeconds() + " s");
    this.retryAfter = retryAfter;
  }

  public Duration retryAfter() {
    return retryAfter;
  }
}

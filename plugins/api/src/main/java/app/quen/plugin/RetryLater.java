package app.quen.plugin;

import java.time.Duration;

/**
 * A fact cannot be handled now; deliver it again after the delay.
 *
 * <p>Asking for it counts as an attempt: a listener that always asks ends with a dead letter.
 *
 * @since 0.1
 */
public class RetryLater extends Exception {

  /** The longest delay that the host grants; longer ones are cut. */
  public static final Duration LONGEST = Duration.ofHours(24);

  private static final long serialVersionUID = 1;

  private final Duration delay;

  /**
   * @param delay from now; at least one second, at most {@link #LONGEST}, cut to that range
   * @param message why, for support; no personal data
   */
  public RetryLater(Duration delay, String message) {
    super(message);
    this.delay =
        delay.compareTo(Duration.ofSeconds(1)) < 0
            ? Duration.ofSeconds(1)
            : delay.compareTo(LONGEST) > 0 ? LONGEST : delay;
  }

  /** How long to wait, from one second to {@link #LONGEST}. */
  public Duration delay() {
    return delay;
  }
}

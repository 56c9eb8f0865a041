package app.quen.testing;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The application's clock in a {@link World} that it is handed to: days pass when a test says. */
@ApplicationScoped
public class MovableClock {

  private volatile Duration ahead = Duration.ZERO;

  /** Moves the clock for all. */
  public void forward(Duration time) {
    ahead = ahead.plus(time);
  }

  @Produces
  @Alternative
  @Priority(1)
  Clock clock() {
    return new Clock() {
      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("the application works in UTC");
      }

      @Override
      public Instant instant() {
        return Instant.now().plus(ahead);
      }
    };
  }
}

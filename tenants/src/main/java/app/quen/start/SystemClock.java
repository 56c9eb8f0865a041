package app.quen.start;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/**
 * The time for whoever does something after days; tests put a clock in its place that they move.
 */
@ApplicationScoped
class SystemClock {

  @Produces
  Clock clock() {
    return Clock.systemUTC();
  }
}

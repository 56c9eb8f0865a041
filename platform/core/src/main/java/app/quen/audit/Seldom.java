package app.quen.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What happens again and again and is told again only after a while. Each node tells it for itself;
 * what was told longest ago is forgotten first.
 *
 * @param <K> what is told
 */
public final class Seldom<K> {

  private static final int MOST_KNOWN = 10_000;

  private final Duration again;
  private final Map<K, Instant> told =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<K, Instant> eldest) {
          return size() > MOST_KNOWN;
        }
      };

  public Seldom(Duration again) {
    this.again = again;
  }

  /** Whether it is to be told now; who asks tells it. */
  public synchronized boolean isDue(K what, Clock clock) {
    Instant now = clock.instant();
    Instant before = told.get(what);
    if (before != null && now.isBefore(before.plus(again))) {
      return false;
    }
    told.remove(what);
    told.put(what, now);
    return true;
  }
}

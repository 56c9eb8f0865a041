package app.quen.installation.internal;

import app.quen.tenant.TenantId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * How many entries each plugin may still add to its store in each workspace. Counting the entries
 * takes as long as there are many, so it is done again only after an eighth of what was free has
 * been added; with several servers a store may so hold somewhat more than the limit.
 */
final class Quota {

  private static final int PARTS = 8;

  private final long most;
  private final Map<Store, AtomicLong> free = new ConcurrentHashMap<>();

  private record Store(TenantId tenant, String plugin) {}

  Quota(long most) {
    this.most = most;
  }

  /**
   * Takes places for new entries.
   *
   * @param count how many entries there are
   * @return false if there is no place for all of them
   */
  boolean take(TenantId tenant, String plugin, int entries, LongSupplier count) {
    AtomicLong left = free.computeIfAbsent(new Store(tenant, plugin), store -> new AtomicLong());
    if (left.addAndGet(-entries) >= 0) {
      return true;
    }
    long places = most - count.getAsLong() - entries;
    left.set(Math.max(0, places / PARTS));
    return places >= 0;
  }

  long most() {
    return most;
  }
}

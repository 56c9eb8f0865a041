package app.quen.customer.internal;

import app.quen.tenant.TenantId;
import app.quen.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * About how many rows a range of an index has, to begin a search where there are fewest. People
 * look for the same again and again, and how common a name is, or how many customers somebody looks
 * after, hardly changes: each is asked for once in a while, not in each search. Only how long a
 * search takes and which of its orders is taken depend on it, never what is found.
 */
@ApplicationScoped
public class Estimates {

  private static final int MOST = 5_000;
  private static final long FRESH_NANOS = 900_000_000_000L;

  @Inject Windows windows;
  @Inject Tenants tenants;

  private final Map<Source, Estimate> known =
      new LinkedHashMap<>(256, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Source, Estimate> eldest) {
          return size() > MOST;
        }
      };

  private record Source(TenantId tenant, Sql rows) {}

  private record Estimate(long rows, long askedAt) {}

  /** In the order of the sources. */
  List<Long> of(List<Sql> sources) {
    TenantId tenant = tenants.current().id();
    long now = System.nanoTime();
    Map<Sql, Long> found = new LinkedHashMap<>();
    synchronized (known) {
      for (Sql source : sources) {
        Estimate estimate = known.get(new Source(tenant, source));
        boolean fresh = estimate != null && now - estimate.askedAt < FRESH_NANOS;
        found.put(source, fresh ? estimate.rows : null);
      }
    }
    List<Sql> unknown = new ArrayList<>();
    found.forEach(
        (source, rows) -> {
          if (rows == null) {
            unknown.add(source);
          }
        });
    if (!unknown.isEmpty()) {
      List<Long> asked = windows.estimates(unknown);
      synchronized (known) {
        for (int i = 0; i < unknown.size(); i++) {
          found.put(unknown.get(i), asked.get(i));
          known.put(new Source(tenant, unknown.get(i)), new Estimate(asked.get(i), now));
        }
      }
    }
    return sources.stream().map(found::get).toList();
  }
}

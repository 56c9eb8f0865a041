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

  @Inject Sources sources;
  @Inject Tenants tenants;

  private final Map<Rows, Estimate> known =
      new LinkedHashMap<>(256, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Rows, Estimate> eldest) {
          return size() > MOST;
        }
      };

  private record Rows(TenantId tenant, Sql source) {}

  private record Estimate(long rows, long askedAt) {}

  /** In the order in which they were asked for. */
  List<Long> of(List<Sql> asked) {
    TenantId tenant = tenants.current().id();
    long now = System.nanoTime();
    Map<Sql, Long> found = new LinkedHashMap<>();
    synchronized (known) {
      for (Sql source : asked) {
        Estimate estimate = known.get(new Rows(tenant, source));
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
      List<Long> rows = sources.estimates(unknown);
      synchronized (known) {
        for (int i = 0; i < unknown.size(); i++) {
          found.put(unknown.get(i), rows.get(i));
          known.put(new Rows(tenant, unknown.get(i)), new Estimate(rows.get(i), now));
        }
      }
    }
    return asked.stream().map(found::get).toList();
  }
}

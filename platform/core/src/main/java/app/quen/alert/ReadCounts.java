package app.quen.alert;

import app.quen.access.Access;
import app.quen.access.Actor;
import app.quen.access.Unrestricted;
import app.quen.tenant.TenantId;
import app.quen.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * How often each person has read records since it was last asked. In memory alone, since most reads
 * are no business of the trail: a node that is killed forgets some seconds of it.
 */
@ApplicationScoped
public class ReadCounts {

  @Inject Tenants tenants;
  @Inject Access access;

  private final Map<TenantId, Map<Actor, LongAdder>> counts = new ConcurrentHashMap<>();

  /** Of who is acting. */
  @Unrestricted(because = "it only counts what somebody was shown")
  public void count() {
    counts
        .computeIfAbsent(tenants.current().id(), none -> new ConcurrentHashMap<>())
        .computeIfAbsent(access.actor(), none -> new LongAdder())
        .increment();
  }

  /** What there is, which is counted from zero then. */
  @Unrestricted(because = "only the watch asks, which no request reaches")
  public Map<TenantId, Map<Actor, Long>> take() {
    Map<TenantId, Map<Actor, Long>> taken = new HashMap<>();
    counts.forEach(
        (tenant, actors) -> {
          Map<Actor, Long> of = new HashMap<>();
          actors.forEach(
              (actor, adder) -> {
                long so = adder.sumThenReset();
                if (so > 0) {
                  of.put(actor, so);
                }
              });
          if (!of.isEmpty()) {
            taken.put(tenant, of);
          }
        });
    return taken;
  }
}

package app.quen.customer.internal;

import app.quen.access.Access;
import app.quen.access.Actor;
import app.quen.customer.OfCustomers;
import app.quen.database.Work;
import app.quen.fact.Outbox;
import app.quen.field.StoredValues;
import app.quen.job.JobContext;
import app.quen.job.JobHandler;
import app.quen.job.Jobs;
import app.quen.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Deletes for good, with all that belongs to them, customers that were in the trash for 30 days.
 */
@ApplicationScoped
public class CustomerPurge implements JobHandler {

  public static final Duration KEPT_FOR = Duration.ofDays(30);

  private static final int AT_ONCE = 200;

  /** What runs found and left is forgotten by then: it is kept no longer than the trash. */
  private static final List<String> PARTS =
      List.of(
          "customer_identifier",
          "customer_address",
          "customer_tag",
          "customer_ext",
          "customer_history",
          "customer_rollup");

  @Inject Work work;
  @Inject Access access;
  @Inject Tenants tenants;
  @Inject Jobs jobs;
  @Inject Outbox outbox;
  @Inject Clock clock;
  @Inject StoredValues values;
  @Inject @Any Instance<OfCustomers> others;

  /** There is one job for all that come into the trash on a day. */
  void watch(Instant now) {
    LocalDate day = now.atZone(ZoneOffset.UTC).toLocalDate();
    Instant due = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().plus(KEPT_FOR);
    jobs.enqueue(tenants.current().id(), name(), day.toString(), day.toString(), due);
  }

  @Override
  public String name() {
    return "customer-purge";
  }

  @Override
  public void run(JobContext job) {
    Instant before = clock.instant().minus(KEPT_FOR);
    while (access.callAs(Actor.SYSTEM, Set.of("*"), () -> work.transact(() -> purge(before))) > 0) {
      if (job.stopping()) {
        job.again();
        return;
      }
    }
  }

  private int purge(Instant before) {
    List<UUID> ids =
        work.sql()
            .createQuery(
                "SELECT id FROM customer WHERE archived = 2 AND updated_at < :before"
                    + " AND deleted_at < :before ORDER BY id LIMIT "
                    + AT_ONCE
                    + " FOR UPDATE")
            .bind("before", Trash.utc(before))
            .mapTo(UUID.class)
            .list();
    if (ids.isEmpty()) {
      return 0;
    }
    values.release(ids);
    others.forEach(other -> other.purge(ids));
    for (String part : PARTS) {
      work.sql()
          .createUpdate("DELETE FROM " + part + " WHERE customer_id IN (<ids>)")
          .bindList("ids", ids)
          .execute();
    }
    work.sql()
        .createUpdate("DELETE FROM customer WHERE id IN (<ids>)")
        .bindList("ids", ids)
        .execute();
    outbox.recordAll(
        "CustomerPurged",
        "customer",
        ids.stream().map(id -> new Outbox.Entry(id, "{\"changes\": []}")).toList());
    return ids.size();
  }
}

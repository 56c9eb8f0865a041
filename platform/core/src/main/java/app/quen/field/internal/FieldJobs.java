package app.quen.field.internal;

import app.quen.database.Work;
import app.quen.job.Jobs;
import app.quen.tenant.TenantId;
import app.quen.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * Asks for the long work on fields, in the unit of work that notes what is to be done. Should the
 * process end between commit and job, a second job, enqueued before, looks after it.
 */
@ApplicationScoped
public class FieldJobs {

  static final String COLUMNS = "field-columns";
  static final String WORK = "field-work";
  static final String COUNT = "field-count";

  /** Longer than any transaction that asks for a job. */
  private static final Duration NET_AFTER = Duration.ofMinutes(2);

  @Inject Jobs jobs;
  @Inject Tenants tenants;
  @Inject Work work;

  /** In case that nobody brings them before. */
  void orderColumnsLater() {
    jobs.enqueue(
        tenants.current().id(),
        COLUMNS,
        UUID.randomUUID() + " net",
        "",
        Instant.now().plus(NET_AFTER));
  }

  void orderColumns() {
    order(COLUMNS, "");
  }

  /** The work that is noted with the field. */
  public void orderWork(int field, int attempt) {
    order(WORK, field + " " + attempt);
  }

  public void orderCount(String recordType) {
    order(COUNT, recordType);
  }

  private void order(String name, String data) {
    TenantId tenant = tenants.current().id();
    String id = UUID.randomUUID().toString();
    jobs.enqueue(tenant, name, id + " net", data, Instant.now().plus(NET_AFTER));
    work.afterCommit(() -> jobs.enqueue(tenant, name, id, data));
  }
}

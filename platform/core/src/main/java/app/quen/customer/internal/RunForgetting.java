package app.quen.customer.internal;

import app.quen.access.WithoutSight;
import app.quen.database.Work;
import app.quen.job.JobContext;
import app.quen.job.JobHandler;
import app.quen.job.Jobs;
import app.quen.tenant.Tenants;
import app.quen.trash.EmptyTrash;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;

/** Forgets what a run found and left after 30 days; it cannot be undone any more then. */
@WithoutSight(because = "it deletes what runs did, and shows nothing")
@ApplicationScoped
public class RunForgetting implements JobHandler {

  private static final int AT_ONCE = 5_000;

  @Inject Work work;
  @Inject Tenants tenants;
  @Inject Jobs jobs;
  @Inject Clock clock;

  void watch(UUID run) {
    jobs.enqueue(
        tenants.current().id(),
        name(),
        run.toString(),
        run.toString(),
        clock.instant().plus(EmptyTrash.KEPT_FOR));
  }

  @Override
  public String name() {
    return "forget-changes";
  }

  @Override
  public void run(JobContext job) {
    UUID run = UUID.fromString(job.data());
    while (work.transact(() -> forget(run)) == AT_ONCE) {
      if (job.stopping()) {
        job.again();
        return;
      }
    }
  }

  private int forget(UUID run) {
    return Math.max(forget("handed_record", run), forget("change_before", run));
  }

  private int forget(String table, UUID run) {
    return work.sql()
        .createUpdate("DELETE FROM " + table + " WHERE run_id = :run LIMIT " + AT_ONCE)
        .bind("run", run)
        .execute();
  }
}

package app.quen.importing.internal;

import app.quen.access.Access;
import app.quen.database.Work;
import app.quen.importing.model.ImportState.Step;
import app.quen.job.Jobs;
import app.quen.tenant.TenantId;
import app.quen.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Asks for the jobs of imports. */
@ApplicationScoped
public class ImportJobs {

  static final String NAME = "import";
  static final String NET = "import-net";

  /** Longer than any transaction that asks for a job. */
  private static final Duration NET_AFTER = Duration.ofMinutes(2);

  @Inject Work work;
  @Inject Tenants tenants;
  @Inject Jobs jobs;
  @Inject Access access;
  @Inject ImportRuns runs;
  @Inject Takers takers;

  /** Which attempt of which import a job is for. */
  record Ticket(UUID run, int attempt) {

    static Ticket read(String data) {
      int space = data.indexOf(' ');
      return new Ticket(
          UUID.fromString(data.substring(0, space)), Integer.parseInt(data.substring(space + 1)));
    }

    @Override
    public String toString() {
      return run + " " + attempt;
    }
  }

  /**
   * Takes the step that a job is needed for, and has the job enqueued after commit. Should the
   * process end in between, a second job, enqueued before, looks after it.
   */
  public void order(ImportRun run, Step step, boolean fromTheStart) {
    takers.of(run.plan().record()).require(run.plan(), access);
    Instant now = Instant.now();
    TenantId tenant = tenants.current().id();
    int attempt = runs.order(run, step, access.actor(), fromTheStart, now);
    String ticket = new Ticket(run.id(), attempt).toString();
    jobs.enqueue(tenant, NET, ticket, ticket, now.plus(NET_AFTER));
    work.afterCommit(() -> jobs.enqueue(tenant, NAME, ticket, ticket));
  }
}

package app.quen.importing.internal;

import app.quen.database.Work;
import app.quen.importing.internal.ImportJobs.Ticket;
import app.quen.job.JobContext;
import app.quen.job.JobHandler;
import app.quen.job.Jobs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Looks whether a run that was asked for has its job, and enqueues the job if it has none. */
@ApplicationScoped
public class ImportNet implements JobHandler {

  @Inject Work work;
  @Inject ImportRuns runs;
  @Inject Jobs jobs;

  @Override
  public String name() {
    return ImportJobs.NET;
  }

  @Override
  public void run(JobContext job) {
    Ticket ticket = Ticket.read(job.data());
    boolean wanted =
        work.transact(
            () ->
                runs.find(ticket.run())
                    .filter(run -> run.attempt() == ticket.attempt() && run.state().isWorking())
                    .isPresent());
    if (wanted) {
      // not taken if it is there already
      jobs.enqueue(job.tenant(), ImportJobs.NAME, job.data(), job.data());
    }
  }
}

package app.quen.field.internal;

import app.quen.job.JobContext;
import app.quen.job.JobHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Brings the columns of searchable fields about. What there is to do, the catalogue says; so a job
 * that comes twice, or again after a crash, does what is left.
 */
@ApplicationScoped
class ColumnsJob implements JobHandler {

  @Inject Columns columns;

  @Override
  public String name() {
    return FieldJobs.COLUMNS;
  }

  @Override
  public void run(JobContext job) {
    try {
      if (!columns.bring(job::stopping)) {
        job.again();
      }
    } catch (RuntimeException e) {
      columns.failed(String.valueOf(e.getMessage()));
      throw e;
    }
  }
}

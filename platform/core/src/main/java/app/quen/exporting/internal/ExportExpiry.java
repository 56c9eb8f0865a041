package app.quen.exporting.internal;

import app.quen.database.Work;
import app.quen.exporting.internal.ExportRows.Row;
import app.quen.job.JobContext;
import app.quen.job.JobHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Deletes the file of an export when its day is over. */
@ApplicationScoped
public class ExportExpiry implements JobHandler {

  static final String NAME = "export-expiry";

  @Inject Work work;
  @Inject ExportRows rows;
  @Inject ExportedFiles files;
  @Inject Clock clock;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void run(JobContext job) {
    UUID id = UUID.fromString(job.data());
    Instant now = clock.instant();
    Optional<Row> row = work.transact(() -> rows.find(id));
    if (row.isPresent() && row.get().is("running")) {
      job.again(now.plus(Exports.KEPT_FOR));
      return;
    }
    Instant end = row.map(found -> found.view().expiresAt()).orElse(null);
    if (end != null && end.isAfter(now)) {
      job.again(end);
      return;
    }
    work.transact(() -> rows.end(id, "completed", "expired", null, now));
    files.delete(id);
  }
}

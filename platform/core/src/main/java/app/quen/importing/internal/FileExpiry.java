package app.quen.importing.internal;

import app.quen.database.Work;
import app.quen.importing.model.ImportState;
import app.quen.importing.model.ImportState.Step;
import app.quen.job.JobContext;
import app.quen.job.JobHandler;
import app.quen.job.Jobs;
import app.quen.tenant.Tenants;
import app.quen.text.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Deletes an uploaded file that nobody has done anything with for a week, and ends its import, for
 * which there is nothing left to do. Each file has a job of its own, asked for before the file is
 * there, so that no crash leaves one behind. An import that runs or that somebody has paused keeps
 * its file.
 */
@ApplicationScoped
public class FileExpiry implements JobHandler {

  static final String NAME = "import-file-expiry";
  static final Duration KEPT_FOR = Duration.ofDays(7);

  @Inject Work work;
  @Inject Tenants tenants;
  @Inject Jobs jobs;
  @Inject ImportRuns runs;
  @Inject UploadedFiles files;
  @Inject Clock clock;

  /** Looks after the file of that id from now on. */
  void watch(UUID id) {
    String file = id.toString();
    jobs.enqueue(tenants.current().id(), NAME, file, file, clock.instant().plus(KEPT_FOR));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void run(JobContext job) {
    UUID id = UUID.fromString(job.data());
    @Nullable Instant later = work.transact(() -> expire(id));
    if (later == null) {
      files.delete(id);
    } else {
      job.again(later);
    }
  }

  /**
   * @return when to look again; null if the file is not needed any more
   */
  private @Nullable Instant expire(UUID id) {
    Optional<ImportRun> found = runs.lockedIfThere(id);
    if (found.isEmpty() || found.get().state().isFinal()) {
      return null;
    }
    ImportRun run = found.get();
    Instant now = clock.instant();
    if (run.state().isWorking() || run.state() == ImportState.PAUSED) {
      return now.plus(KEPT_FOR);
    }
    Instant due = lastUsed(run).plus(KEPT_FOR);
    if (due.isAfter(now)) {
      return due;
    }
    runs.giveUp(
        run,
        Step.CANCEL,
        new Text(
            "Tệp đã được xóa vì 7 ngày không ai dùng đến. Hãy tải tệp lên lại để nhập.",
            "The file was deleted because nobody used it for 7 days. Upload it again to import"
                + " it."),
        now);
    return null;
  }

  private static Instant lastUsed(ImportRun run) {
    return Stream.of(run.createdAt(), run.startedAt(), run.resumedAt(), run.finishedAt())
        .filter(time -> time != null)
        .max(Instant::compareTo)
        .orElseThrow();
  }
}

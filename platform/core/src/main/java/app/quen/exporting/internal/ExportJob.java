package app.quen.exporting.internal;

import app.quen.access.Access;
import app.quen.access.Actor;
import app.quen.access.Refused;
import app.quen.access.StarterPermissions;
import app.quen.database.Work;
import app.quen.exporting.CustomerFile;
import app.quen.exporting.internal.ExportRows.Row;
import app.quen.field.Invalid;
import app.quen.job.JobContext;
import app.quen.job.JobHandler;
import app.quen.tenant.TenantUnavailable;
import app.quen.text.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes an export's file. After a crash it is written anew from its beginning, under another name:
 * a file that people can open is always whole.
 */
@ApplicationScoped
public class ExportJob implements JobHandler {

  static final String NAME = "export";

  private static final Logger LOG = LoggerFactory.getLogger(ExportJob.class);
  private static final int TOLD_EVERY = 500;

  /** Longer than any transaction that asks for an export. */
  private static final long COMMITTED_AFTER_MILLIS = 600_000;

  @Inject Work work;
  @Inject Access access;
  @Inject Clock clock;
  @Inject ExportRows rows;
  @Inject ExportedFiles files;
  @Inject PlannedFiles planned;
  @Inject FileSights sights;
  @Inject StarterPermissions permissions;

  /** Somebody cancelled it, or the application stops. */
  private static final class Stopped extends RuntimeException {
    Stopped() {
      super("the export is stopped", null, false, false);
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void run(JobContext job) {
    int space = job.data().indexOf(' ');
    UUID id = UUID.fromString(job.data().substring(0, space));
    long asked = Long.parseLong(job.data().substring(space + 1));
    Optional<Row> found = work.transact(() -> rows.find(id));
    if (found.isEmpty() && clock.millis() - asked < COMMITTED_AFTER_MILLIS) {
      // who asked has not committed yet
      job.again(clock.instant().plusSeconds(2));
      return;
    }
    if (found.isEmpty() || !found.get().is("running")) {
      return;
    }
    Path part = files.part(id);
    try {
      write(job, found.get(), part);
    } catch (Stopped stopped) {
      if (job.stopping()) {
        job.again();
      }
    } catch (TenantUnavailable suspended) {
      throw suspended;
    } catch (RuntimeException e) {
      Text reason = reason(id, e);
      work.transact(() -> rows.end(id, "running", "failed", reason, clock.instant()));
    } finally {
      delete(part);
    }
  }

  private void write(JobContext job, Row row, Path part) {
    UUID id = row.view().id();
    Actor starter = row.view().createdBy();
    access.callAs(
        starter,
        permissions.of(starter, job.tenant()),
        () -> {
          // before the first row: what changes while it is written makes the file nobody's
          String sight = work.transact(() -> sights.of(row.view().record()));
          CustomerFile file = planned.file(row.plan());
          long done;
          try (var out =
              new RowStream(
                  new BufferedOutputStream(Files.newOutputStream(part)),
                  count -> told(job, id, count))) {
            file.content().writeTo(out);
            done = out.rows();
          }
          complete(id, file, part, done, sight);
          return null;
        });
  }

  private void told(JobContext job, UUID id, long count) {
    if (count % TOLD_EVERY == 0
        && (job.stopping() || !work.transact(() -> rows.progress(id, count)))) {
      throw new Stopped();
    }
  }

  private void complete(UUID id, CustomerFile file, Path part, long done, String sight)
      throws IOException {
    long size = Files.size(part);
    files.finish(part, id);
    Instant now = clock.instant();
    boolean completed =
        work.transact(
            () ->
                rows.complete(
                    id,
                    done,
                    file.name(),
                    file.mediaType(),
                    size,
                    sight,
                    now,
                    now.plus(Exports.KEPT_FOR)));
    if (!completed && work.transact(() -> rows.find(id)).filter(r -> r.is("completed")).isEmpty()) {
      files.delete(id);
    }
  }

  private static void delete(Path part) {
    try {
      Files.deleteIfExists(part);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Text reason(UUID id, RuntimeException cause) {
    if (cause instanceof Invalid invalid) {
      return invalid.problems().getFirst().message();
    }
    if (cause instanceof Refused refused) {
      return new Text(
          "Người yêu cầu không còn quyền " + refused.permission() + ".",
          "Who asked for it lacks the permission " + refused.permission() + ".");
    }
    String code = UUID.randomUUID().toString().substring(0, 8);
    LOG.error("Export {} failed ({})", id, code, cause);
    return new Text(
        "Có lỗi ngoài dự kiến (mã " + code + "). Hãy xuất lại.",
        "Something unexpected went wrong (code " + code + "). Ask for the export again.");
  }
}

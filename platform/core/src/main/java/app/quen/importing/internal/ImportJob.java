package app.quen.importing.internal;

import app.quen.access.Access;
import app.quen.access.Actor;
import app.quen.access.Refused;
import app.quen.access.StarterPermissions;
import app.quen.database.Work;
import app.quen.field.Fields;
import app.quen.field.Invalid;
import app.quen.importing.ImportView;
import app.quen.importing.internal.ChunkReader.Chunk;
import app.quen.importing.internal.ImportJobs.Ticket;
import app.quen.importing.internal.ImportRun.Counts;
import app.quen.importing.model.ImportState;
import app.quen.importing.model.ImportState.Step;
import app.quen.job.JobContext;
import app.quen.job.JobHandler;
import app.quen.tenant.TenantUnavailable;
import app.quen.tenant.Tenants;
import app.quen.text.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Imports a file chunk by chunk, or goes through it without writing. A chunk's customers, rejected
 * rows and progress are one transaction, which commits only while the run is at exactly the row
 * where the chunk begins: after a crash, and beside another job for the same run, each row is taken
 * once.
 */
@ApplicationScoped
public class ImportJob implements JobHandler {

  private static final Logger LOG = LoggerFactory.getLogger(ImportJob.class);

  @Inject Work work;
  @Inject Tenants tenants;
  @Inject Access access;
  @Inject Fields fields;
  @Inject ImportRuns runs;
  @Inject RejectedRows rejected;
  @Inject UploadedFiles files;
  @Inject Plans plans;
  @Inject Takers takers;
  @Inject StarterPermissions permissions;
  @Inject MemberIds memberIds;

  @Override
  public String name() {
    return ImportJobs.NAME;
  }

  @Override
  public void run(JobContext job) {
    Ticket ticket = Ticket.read(job.data());
    Optional<ImportRun> taken =
        work.transact(() -> runs.take(ticket.run(), ticket.attempt(), Instant.now()));
    if (taken.isEmpty()) {
      return;
    }
    ImportRun run = taken.get();
    try {
      Plans.requireReadable(run.plan());
      Actor starter = run.startedBy() == null ? run.createdBy() : run.startedBy();
      Set<String> allowed = permissions.of(starter, job.tenant());
      boolean finished =
          access.callAs(
              starter,
              allowed,
              () -> {
                access.require("import:run");
                Taker<?> taker = takers.of(run.plan().record());
                taker.require(run.plan(), access);
                return new Passage<>(taker, run, job, starter, allowed).go();
              });
      if (!finished) {
        job.again();
      }
    } catch (TenantUnavailable suspended) {
      // nothing can be written there now; the scheduler tries again, with growing pauses
      throw suspended;
    } catch (RuntimeException e) {
      fail(run, e);
    }
  }

  private void fail(ImportRun run, RuntimeException cause) {
    Text reason = reason(run, cause);
    Step step = run.state() == ImportState.CHECKING ? Step.CHECK_FAILED : Step.FAIL;
    try {
      work.transact(() -> runs.end(run, step, 0, null, reason, Instant.now()));
    } catch (RuntimeException notEvenThat) {
      notEvenThat.addSuppressed(cause);
      throw notEvenThat;
    }
  }

  private static Text reason(ImportRun run, RuntimeException cause) {
    if (cause instanceof Invalid invalid) {
      return invalid.problems().getFirst().message();
    }
    if (cause instanceof Refused refused) {
      return new Text(
          "Người bắt đầu lần nhập này không còn quyền " + refused.permission() + ".",
          "Who started this import lacks the permission " + refused.permission() + ".");
    }
    String code = UUID.randomUUID().toString().substring(0, 8);
    LOG.error("Import {} failed ({})", run.id(), code, cause);
    return new Text(
        "Có lỗi ngoài dự kiến (mã "
            + code
            + "). Những dòng đã nhập vẫn giữ nguyên; hãy thử tiếp"
            + " tục, nếu vẫn lỗi hãy báo mã này cho bộ phận hỗ trợ.",
        "Something unexpected went wrong (code "
            + code
            + "). The rows already imported stay; try"
            + " to resume, and tell support this code if it happens again.");
  }

  /** Another job has the run now, or people stopped it: what was written for the chunk goes. */
  private static final class Stopped extends RuntimeException {
    Stopped() {
      super("the run is not this job's any more", null, false, false);
    }
  }

  /** Carries what a dry run found out of the unit of work, which is undone by it. */
  private static final class Undone extends RuntimeException {
    final transient Taker.Result result;

    Undone(Taker.Result result) {
      super("a dry run writes nothing", null, false, false);
      this.result = result;
    }
  }

  private final class Passage<D> {

    private final Taker<D> taker;
    private final ImportRun run;
    private final JobContext job;
    private final Actor starter;
    private final Set<String> allowed;
    private final @Nullable SeenKeys seen;
    private Counts counts = Counts.NONE;
    private final List<ImportView.Example> examples = new ArrayList<>();
    private final Map<String, Integer> examplesOf = new HashMap<>();

    Passage(Taker<D> taker, ImportRun run, JobContext job, Actor starter, Set<String> allowed) {
      this.taker = taker;
      this.run = run;
      this.job = job;
      this.starter = starter;
      this.allowed = allowed;
      this.seen = run.state() == ImportState.CHECKING ? new SeenKeys() : null;
    }

    /**
     * @return false to be called again
     */
    boolean go() {
      Path file = files.path(run.id());
      FileShape shape = plans.shape(run.plan(), null);
      Map<String, String> names = memberIds.of(job.tenant());
      RowTranslator<D> translator =
          work.transact(() -> new RowTranslator<>(run.plan(), fields, taker.reading(), names));
      // a dry run remembers what it has seen, so after a crash it begins anew
      long done = seen == null ? run.rowsDone() : 0;
      if (seen != null && run.rowsDone() > 0) {
        work.transact(() -> runs.advance(run, run.rowsDone(), 0, Counts.NONE));
      }
      try (var reader = new ChunkReader<>(done, translator, rows -> read(file, shape, rows))) {
        for (Chunk<D> chunk = reader.next(); chunk != null; chunk = reader.next()) {
          Chunk<D> current = chunk;
          // anew for each chunk: whether the tenant is still active, and what the starter may do
          tenants.runAs(job.tenant(), () -> asStarter(() -> take(current)));
          done = chunk.to();
          if (job.stopping()) {
            return false;
          }
        }
      } catch (Stopped stopped) {
        return true;
      }
      end(done);
      return true;
    }

    private void read(Path file, FileShape shape, Consumer<Row> rows) {
      tenants.runAs(
          job.tenant(),
          () ->
              access.callAs(
                  starter,
                  allowed,
                  () -> {
                    try (RowSource source = shape.open(file)) {
                      if (run.plan().header()) {
                        source.next();
                      }
                      for (Row row = source.next(); row != null; row = source.next()) {
                        rows.accept(row);
                      }
                    }
                    return null;
                  }));
    }

    private void asStarter(Runnable work) {
      access.callAs(
          starter,
          permissions.of(starter, job.tenant()),
          () -> {
            access.require("import:run");
            taker.require(run.plan(), access);
            work.run();
            return null;
          });
    }

    private void take(Chunk<D> chunk) {
      if (seen == null) {
        work.transact(() -> write(chunk));
      } else {
        check(chunk, seen);
      }
    }

    private void write(Chunk<D> chunk) {
      if (!runs.isAt(run, chunk.from())) {
        throw new Stopped();
      }
      Taker.Result result = taker.write(run, chunk.rows(), null);
      rejected.add(run.id(), result.rejected());
      if (!runs.advance(run, chunk.from(), chunk.to(), result.counts())) {
        throw new Stopped();
      }
    }

    private void check(Chunk<D> chunk, SeenKeys seen) {
      Taker.Result result;
      try {
        work.transact(
            () -> {
              throw new Undone(taker.write(run, chunk.rows(), seen));
            });
        throw new IllegalStateException("a dry run was committed");
      } catch (Undone undone) {
        result = undone.result;
      }
      boolean goesOn =
          work.transact(() -> runs.advance(run, chunk.from(), chunk.to(), Counts.NONE));
      if (!goesOn) {
        throw new Stopped();
      }
      seen.addAll(result.keys());
      counts = counts.plus(result.counts());
      for (ImportView.Example example : result.examples()) {
        if (examplesOf.merge(example.action(), 1, Integer::sum) <= 10) {
          examples.add(example);
        }
      }
    }

    private void end(long rows) {
      Step step = seen == null ? Step.DONE : Step.CHECK_DONE;
      ImportView.Check check =
          seen == null
              ? null
              : new ImportView.Check(
                  counts.created(),
                  counts.updated(),
                  counts.skipped(),
                  counts.rejected(),
                  List.copyOf(examples));
      boolean ended = work.transact(() -> runs.end(run, step, rows, check, null, Instant.now()));
      if (ended && step == Step.DONE) {
        files.delete(run.id());
      }
    }
  }
}

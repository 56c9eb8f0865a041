package app.quen.importing.internal;

import app.quen.access.Actor;
import app.quen.importing.ImportView;
import app.quen.importing.model.ImportPlan;
import app.quen.importing.model.ImportState;
import app.quen.text.Text;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code import_run}.
 *
 * @param attempt grows each time that a job is asked for; a job of an older attempt writes nothing
 * @param rowsDone the rows that the running or last job has behind it, which is where it goes on
 * @param resumedAt when this job began, at {@code resumedRows}
 */
public record ImportRun(
    UUID id,
    String fileName,
    long size,
    ImportState state,
    int attempt,
    ImportPlan plan,
    long rowsDone,
    @Nullable Long rowsTotal,
    Counts counts,
    ImportView.@Nullable Check check,
    @Nullable Text failure,
    Instant createdAt,
    Actor createdBy,
    @Nullable Instant startedAt,
    @Nullable Actor startedBy,
    @Nullable Instant resumedAt,
    long resumedRows,
    @Nullable Instant finishedAt) {

  /** What became of rows. */
  public record Counts(long created, long updated, long skipped, long rejected) {

    public static final Counts NONE = new Counts(0, 0, 0, 0);

    public Counts plus(Counts other) {
      return new Counts(
          created + other.created,
          updated + other.updated,
          skipped + other.skipped,
          rejected + other.rejected);
    }
  }

  public ImportView view(Instant now) {
    boolean begun = startedAt != null && state.ordinal() >= ImportState.RUNNING.ordinal();
    return new ImportView(
        id,
        plan.record(),
        fileName,
        size,
        state.label(),
        plan.encoding(),
        plan.delimiter(),
        plan.header(),
        plan.sheet(),
        plan.columns(),
        plan.preview(),
        plan.match(),
        plan.onMatch().name().toLowerCase(Locale.ROOT),
        plan.onNew().name().toLowerCase(Locale.ROOT),
        plan.sourceId(),
        new ImportView.Progress(rowsDone, rowsTotal, startedAt, secondsLeft(now)),
        check,
        begun
            ? new ImportView.Result(counts.created, counts.updated, counts.skipped, counts.rejected)
            : null,
        plan.isUnreadable() ? Plans.NOT_READ : failure,
        createdAt,
        createdBy,
        finishedAt);
  }

  private @Nullable Long secondsLeft(Instant now) {
    long done = rowsDone - resumedRows;
    if (!state.isWorking() || rowsTotal == null || resumedAt == null || done <= 0) {
      return null;
    }
    double millis = Math.max(1, Duration.between(resumedAt, now).toMillis());
    return Math.max(0, Math.round((rowsTotal - rowsDone) * millis / done / 1000));
  }
}

package app.quen.importing.internal;

import app.quen.access.Access;
import app.quen.access.Actor;
import app.quen.access.Policy;
import app.quen.database.Utc;
import app.quen.database.Work;
import app.quen.field.Fields;
import app.quen.importing.ImportView;
import app.quen.importing.NoSuchImport;
import app.quen.importing.internal.ImportRun.Counts;
import app.quen.importing.model.ImportPlan;
import app.quen.importing.model.ImportState;
import app.quen.importing.model.ImportState.Step;
import app.quen.secret.Vault;
import app.quen.text.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** The table {@code import_run}. Needs an open unit of work. */
@ApplicationScoped
public class ImportRuns {

  private static final String CUSTOMER = "customer";

  @Inject Work work;
  @Inject Access access;
  @Inject Policy policy;
  @Inject Fields fields;
  @Inject Vault vault;

  public void add(ImportRun run) {
    work.sql()
        .createUpdate(
            """
            INSERT INTO import_run (id, file_name, size, state, plan, rows_total, failure,
              created_at, created_by)
            VALUES (:id, :fileName, :size, :state, :plan, :total, :failure, :createdAt, :createdBy)
            """)
        .bind("id", run.id())
        .bind("fileName", run.fileName())
        .bind("size", run.size())
        .bind("state", run.state().label())
        .bind("plan", vault.sealText(place(run.id()), ImportText.of(run.plan())))
        .bind("total", run.rowsTotal())
        .bind("failure", run.failure() == null ? null : ImportText.of(run.failure()))
        .bind("createdAt", Utc.of(run.createdAt()))
        .bind("createdBy", ImportText.of(run.createdBy()))
        .execute();
  }

  public Optional<ImportRun> find(UUID id) {
    return work.sql()
        .createQuery("SELECT * FROM import_run WHERE id = :id")
        .bind("id", id)
        .map(this::run)
        .findOne();
  }

  /** What was read from the file and told of customers is for who runs it, and who sees all. */
  public ImportRun seen(UUID id) {
    return find(id).filter(this::isSeen).orElseThrow(() -> new NoSuchImport(id));
  }

  public boolean isSeen(ImportRun run) {
    Actor actor = access.actor();
    return isOf(actor, run.createdBy())
        || run.startedBy() != null && isOf(actor, run.startedBy())
        || fields.catalogue(CUSTOMER).whollySeen(policy.of(CUSTOMER));
  }

  private static boolean isOf(Actor actor, Actor other) {
    return actor.kind() == other.kind() && Objects.equals(actor.id(), other.id());
  }

  /**
   * The run, locked until the end of the transaction, so that two steps never start from one state.
   */
  public ImportRun locked(UUID id) {
    return lockedIfThere(id).filter(this::isSeen).orElseThrow(() -> new NoSuchImport(id));
  }

  Optional<ImportRun> lockedIfThere(UUID id) {
    return work.sql()
        .createQuery("SELECT * FROM import_run WHERE id = :id FOR UPDATE")
        .bind("id", id)
        .map(this::run)
        .findOne();
  }

  /** The newest first, from after the given one. */
  public List<ImportRun> list(int limit, @Nullable UUID after) {
    String sql =
        after == null
            ? "SELECT * FROM import_run ORDER BY created_at DESC, id DESC LIMIT :limit"
            : """
            SELECT r.* FROM import_run r
            JOIN import_run a ON a.id = :after
            WHERE r.created_at < a.created_at OR (r.created_at = a.created_at AND r.id < a.id)
            ORDER BY r.created_at DESC, r.id DESC LIMIT :limit
            """;
    var query = work.sql().createQuery(sql).bind("limit", limit);
    if (after != null) {
      query.bind("after", after);
    }
    return query.map(this::run).list();
  }

  /** A new mapping: what the dry run said before does not hold any more. */
  public void map(UUID id, ImportState state, ImportPlan plan, long rows, @Nullable Text failure) {
    work.sql()
        .createUpdate(
            """
            UPDATE import_run SET state = :state, plan = :plan, rows_total = :rows,
              failure = :failure, check_result = NULL, rows_done = 0
            WHERE id = :id
            """)
        .bind("id", id)
        .bind("state", state.label())
        .bind("plan", vault.sealText(place(id), ImportText.of(plan)))
        .bind("rows", rows)
        .bind("failure", failure == null ? null : ImportText.of(failure))
        .execute();
  }

  /**
   * A job is asked for: it gets the next attempt.
   *
   * @param fromTheStart whether it begins with the first row
   * @return the attempt
   */
  public int order(ImportRun run, Step step, Actor by, boolean fromTheStart, Instant now) {
    work.sql()
        .createUpdate(
            """
            UPDATE import_run SET state = :state, attempt = attempt + 1, failure = NULL,
              started_at = CASE WHEN :fromTheStart THEN :now ELSE COALESCE(started_at, :now) END,
              started_by = :by, resumed_at = NULL,
              rows_done = CASE WHEN :fromTheStart THEN 0 ELSE rows_done END,
              finished_at = NULL
            WHERE id = :id
            """)
        .bind("id", run.id())
        .bind("state", run.state().require(step).label())
        .bind("by", ImportText.of(by))
        .bind("fromTheStart", fromTheStart)
        .bind("now", Utc.of(now))
        .execute();
    return run.attempt() + 1;
  }

  public void step(ImportRun run, Step step, Instant now) {
    ImportState next = run.state().require(step);
    work.sql()
        .createUpdate("UPDATE import_run SET state = :state, finished_at = :end WHERE id = :id")
        .bind("id", run.id())
        .bind("state", next.label())
        .bind("end", next.isFinal() ? Utc.of(now) : null)
        .execute();
  }

  /** The same, with the reason. */
  void giveUp(ImportRun run, Step step, Text reason, Instant now) {
    step(run, step, now);
    work.sql()
        .createUpdate("UPDATE import_run SET failure = :failure WHERE id = :id")
        .bind("id", run.id())
        .bind("failure", ImportText.of(reason))
        .execute();
  }

  /** A job begins, or goes on after a crash; empty if it is not this attempt's turn. */
  public Optional<ImportRun> take(UUID id, int attempt, Instant now) {
    Optional<ImportRun> run = find(id).filter(r -> r.attempt() == attempt && r.state().isWorking());
    run.ifPresent(
        r ->
            work.sql()
                .createUpdate(
                    """
                    UPDATE import_run SET resumed_at = :now, resumed_rows = rows_done
                    WHERE id = :id
                    """)
                .bind("id", id)
                .bind("now", Utc.of(now))
                .execute());
    return run;
  }

  /** Whether this job's next chunk begins at that row, as far as can be seen now. */
  public boolean isAt(ImportRun run, long row) {
    return work.sql()
        .createQuery(
            """
            SELECT 1 FROM import_run
            WHERE id = :id AND attempt = :attempt AND state = :state AND rows_done = :row
            """)
        .bind("id", run.id())
        .bind("attempt", run.attempt())
        .bind("state", run.state().label())
        .bind("row", row)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  /**
   * Commits a chunk's progress.
   *
   * @return false if this job may not go on: the run was paused or cancelled, another job took it,
   *     or another job has done these rows already
   */
  public boolean advance(ImportRun run, long from, long to, Counts counts) {
    return work.sql()
            .createUpdate(
                """
                UPDATE import_run SET rows_done = :to,
                  created_count = created_count + :created,
                  updated_count = updated_count + :updated,
                  skipped_count = skipped_count + :skipped,
                  rejected_count = rejected_count + :rejected
                WHERE id = :id AND attempt = :attempt AND state = :state AND rows_done = :from
                """)
            .bind("id", run.id())
            .bind("attempt", run.attempt())
            .bind("state", run.state().label())
            .bind("from", from)
            .bind("to", to)
            .bind("created", counts.created())
            .bind("updated", counts.updated())
            .bind("skipped", counts.skipped())
            .bind("rejected", counts.rejected())
            .execute()
        == 1;
  }

  /** The job has come to an end, good or bad; nothing happens if it is not its turn any more. */
  public boolean end(
      ImportRun run,
      Step step,
      long rows,
      ImportView.@Nullable Check check,
      @Nullable Text failure,
      Instant now) {
    ImportState next = run.state().require(step);
    boolean whole = step == Step.DONE || step == Step.CHECK_DONE;
    return work.sql()
            .createUpdate(
                """
                UPDATE import_run SET state = :next, check_result = COALESCE(:check, check_result), failure = :failure,
                  rows_total = COALESCE(:rows, rows_total), finished_at = :end
                WHERE id = :id AND attempt = :attempt AND state = :state
                """)
            .bind("id", run.id())
            .bind("attempt", run.attempt())
            .bind("state", run.state().label())
            .bind("next", next.label())
            .bind("rows", whole ? rows : null)
            .bind(
                "check",
                check == null ? null : vault.sealText(place(run.id()), ImportText.of(check)))
            .bind("failure", failure == null ? null : ImportText.of(failure))
            .bind("end", next.isFinal() ? Utc.of(now) : null)
            .execute()
        == 1;
  }

  private static String place(UUID run) {
    return "import_run " + run;
  }

  private ImportRun run(ResultSet row, StatementContext context) throws SQLException {
    String check = row.getString("check_result");
    String failure = row.getString("failure");
    String startedBy = row.getString("started_by");
    long total = row.getLong("rows_total");
    Long rowsTotal = row.wasNull() ? null : total;
    UUID id = UUID.fromString(row.getString("id"));
    return new ImportRun(
        id,
        row.getString("file_name"),
        row.getLong("size"),
        ImportState.labelled(row.getString("state")),
        row.getInt("attempt"),
        ImportText.planOrNone(vault.openText(place(id), row.getString("plan"), "")),
        row.getLong("rows_done"),
        rowsTotal,
        new Counts(
            row.getLong("created_count"),
            row.getLong("updated_count"),
            row.getLong("skipped_count"),
            row.getLong("rejected_count")),
        check == null ? null : ImportText.checkOrNone(vault.openText(place(id), check, "")),
        failure == null ? null : ImportText.text(failure),
        Utc.at(row, "created_at"),
        ImportText.actor(row.getString("created_by")),
        Utc.atOrNull(row, "started_at"),
        startedBy == null ? null : ImportText.actor(startedBy),
        Utc.atOrNull(row, "resumed_at"),
        row.getLong("resumed_rows"),
        Utc.atOrNull(row, "finished_at"));
  }
}

package app.quen.bulk.internal;

import app.quen.access.Actor;
import app.quen.access.ActorText;
import app.quen.access.WithoutSight;
import app.quen.bulk.BulkView.Preview;
import app.quen.bulk.BulkView.Result;
import app.quen.bulk.NoSuchRun;
import app.quen.database.Utc;
import app.quen.database.Work;
import app.quen.secret.Vault;
import app.quen.text.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** The table {@code bulk_run}, and whom an edit concerns. Needs an open unit of work. */
@WithoutSight(because = "Runs shows a run to who runs it and who sees all")
@ApplicationScoped
class RunRows {

  private static final JsonProvider JSON = JsonProvider.provider();

  @Inject Work work;
  @Inject Vault vault;

  void add(
      UUID id,
      String kind,
      @Nullable UUID of,
      @Nullable String title,
      JsonObject plan,
      @Nullable Preview preview,
      Actor by,
      Instant now) {
    work.sql()
        .createUpdate(
            """
            INSERT INTO bulk_run (id, kind, of_run, title, state, attempt, plan, preview, gathered,
              done, changed, trashed, unchanged, refused, created_at, created_by)
            VALUES (:id, :kind, :of, :title, 'draft', 0, :plan, :preview, FALSE, 0, 0, 0, 0, 0,
              :now, :by)
            """)
        .bind("id", id)
        .bind("kind", kind)
        .bind("of", of)
        .bind("title", title)
        .bind("plan", vault.sealText(place(id, "plan"), plan.toString()))
        .bind("preview", vault.sealText(place(id, "preview"), PreviewText.of(preview)))
        .bind("now", Utc.of(now))
        .bind("by", ActorText.of(by))
        .execute();
  }

  Optional<Run> find(UUID id) {
    return work.sql()
        .createQuery("SELECT * FROM bulk_run WHERE id = :id")
        .bind("id", id)
        .map(this::run)
        .findOne();
  }

  Run locked(UUID id) {
    return lockedIfThere(id).orElseThrow(() -> new NoSuchRun(id));
  }

  /** Locked until the end of the transaction: one chunk, or one decision of somebody, at a time. */
  Optional<Run> lockedIfThere(UUID id) {
    return work.sql()
        .createQuery("SELECT * FROM bulk_run WHERE id = :id FOR UPDATE")
        .bind("id", id)
        .map(this::run)
        .findOne();
  }

  /** The undoing of a run that was not given up. */
  Optional<Run> undoing(UUID of) {
    return work.sql()
        .createQuery(
            "SELECT * FROM bulk_run WHERE of_run = :of AND state <> 'cancelled'"
                + " ORDER BY created_at DESC LIMIT 1")
        .bind("of", of)
        .map(this::run)
        .findOne();
  }

  /** Without drafts, the last first. Few of them are made in a month, so no index knows by whom. */
  List<Run> begunBy(Actor actor, Instant since, int limit) {
    return work.sql()
        .createQuery(
            "SELECT * FROM bulk_run WHERE state <> 'draft' AND created_at >= :since"
                + " AND JSON_VALUE(started_by, '$.kind') = :kind"
                + " AND (:id IS NULL OR JSON_VALUE(started_by, '$.id') = :id)"
                + " ORDER BY created_at DESC, id DESC LIMIT :limit")
        .bind("since", Utc.of(since))
        .bind("kind", actor.kind().name())
        .bind("id", actor.id() == null ? null : actor.id().toString())
        .bind("limit", limit)
        .map(this::run)
        .list();
  }

  /**
   * @return the attempt that its job has
   */
  int order(Run run, Actor by, Instant now) {
    work.sql()
        .createUpdate(
            "UPDATE bulk_run SET state = 'running', attempt = attempt + 1, failure = NULL,"
                + " started_at = COALESCE(started_at, :now), started_by = :by,"
                + " finished_at = NULL WHERE id = :id")
        .bind("id", run.id())
        .bind("now", Utc.of(now))
        .bind("by", ActorText.of(by))
        .execute();
    return run.attempt() + 1;
  }

  void end(UUID id, String state, @Nullable Text failure, Instant now) {
    work.sql()
        .createUpdate(
            "UPDATE bulk_run SET state = :state, failure = :failure, finished_at = :now"
                + " WHERE id = :id")
        .bind("id", id)
        .bind("state", state)
        .bind(
            "failure",
            failure == null
                ? null
                : JSON.createObjectBuilder()
                    .add("vi", failure.vi())
                    .add("en", failure.en())
                    .build()
                    .toString())
        .bind("now", Utc.of(now))
        .execute();
  }

  void gathering(UUID id, String cursor) {
    work.sql()
        .createUpdate("UPDATE bulk_run SET position = :cursor WHERE id = :id")
        .bind("id", id)
        .bind("cursor", cursor)
        .execute();
  }

  /** From now on it is settled whom it concerns. */
  void gathered(UUID id) {
    work.sql()
        .createUpdate(
            "UPDATE bulk_run SET gathered = TRUE, position = NULL, total = (SELECT COUNT(*) FROM"
                + " change_before c WHERE c.run_id = IF(kind IN ('edit', 'hand-over'), bulk_run.id,"
                + " of_run) AND NOT c.undone AND (kind IN ('edit', 'hand-over') OR c.made IS NOT"
                + " NULL OR c.changes IS NOT NULL)) WHERE id = :id")
        .bind("id", id)
        .execute();
  }

  void advance(UUID id, UUID position, long done, Result more) {
    advance(id, position.toString(), done, more);
  }

  void advance(UUID id, String position, long done, Result more) {
    work.sql()
        .createUpdate(
            "UPDATE bulk_run SET position = :position, done = done + :done,"
                + " changed = changed + :changed, trashed = trashed + :trashed,"
                + " unchanged = unchanged + :unchanged, refused = refused + :refused"
                + " WHERE id = :id")
        .bind("id", id)
        .bind("position", position)
        .bind("done", done)
        .bind("changed", more.changed())
        .bind("trashed", more.trashed())
        .bind("unchanged", more.unchanged())
        .bind("refused", more.refused())
        .execute();
  }

  /** These customers are concerned; those that are already stay. */
  void concern(UUID run, Collection<UUID> customers) {
    if (customers.isEmpty()) {
      return;
    }
    try (var batch =
        work.sql()
            .prepareBatch(
                "INSERT IGNORE INTO change_before (run_id, customer_id) VALUES (:run, :id)")) {
      customers.forEach(id -> batch.bind("run", run).bind("id", id).add());
      batch.execute();
    }
  }

  List<UUID> concerned(UUID run, @Nullable String after, int limit) {
    var query =
        work.sql()
            .createQuery(
                "SELECT customer_id FROM change_before WHERE run_id = :run"
                    + (after == null ? "" : " AND customer_id > :after")
                    + " ORDER BY customer_id LIMIT :limit")
            .bind("run", run)
            .bind("limit", limit);
    if (after != null) {
      query.bind("after", UUID.fromString(after));
    }
    return query.mapTo(UUID.class).list();
  }

  private static String place(UUID run, String column) {
    return "bulk_run " + run + " " + column;
  }

  private Run run(ResultSet row, StatementContext context) throws SQLException {
    long total = row.getLong("total");
    Long known = row.wasNull() ? null : total;
    String failure = row.getString("failure");
    String startedBy = row.getString("started_by");
    JsonObject text = failure == null ? null : PreviewText.read(failure);
    UUID id = row.getObject("id", UUID.class);
    return new Run(
        id,
        row.getString("kind"),
        row.getObject("of_run", UUID.class),
        row.getString("title"),
        row.getString("state"),
        row.getInt("attempt"),
        PreviewText.readOr(
            vault.openText(place(id, "plan"), row.getString("plan"), ""), Run.UNREADABLE),
        PreviewText.preview(vault.openText(place(id, "preview"), row.getString("preview"), "{}")),
        row.getBoolean("gathered"),
        row.getString("position"),
        known,
        row.getLong("done"),
        new Result(
            row.getLong("changed"),
            row.getLong("trashed"),
            row.getLong("unchanged"),
            row.getLong("refused")),
        text == null ? null : new Text(text.getString("vi"), text.getString("en")),
        java.util.Objects.requireNonNull(Utc.atOrNull(row, "created_at")),
        ActorText.read(row.getString("created_by")),
        Utc.atOrNull(row, "started_at"),
        startedBy == null ? null : ActorText.read(startedBy),
        Utc.atOrNull(row, "finished_at"));
  }
}

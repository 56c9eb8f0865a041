package app.quen.fact.internal;

import app.quen.database.PlainSql;
import app.quen.database.Utc;
import app.quen.database.Work;
import app.quen.fact.CountDeliveries.Backlog;
import app.quen.fact.DeadLetter;
import app.quen.fact.Fact;
import app.quen.fact.ListDeadLetters.Page;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of {@code fact_delivery}: what each listener is still owed. */
@Dependent
public class Deliveries {

  private static final int ROWS_PER_STATEMENT = 500;

  private final Work work;

  @Inject
  Deliveries(Work work) {
    this.work = work;
  }

  void insert(List<Owed> owed) {
    for (int from = 0; from < owed.size(); from += ROWS_PER_STATEMENT) {
      List<Owed> chunk = owed.subList(from, Math.min(owed.size(), from + ROWS_PER_STATEMENT));
      LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC);
      var values = new ArrayList<@Nullable Object>(chunk.size() * 7);
      for (Owed one : chunk) {
        values.add(one.listener());
        values.add(one.fact().sequence());
        values.add(one.fact().recordId());
        values.add(one.attempts());
        values.add(one.dueAt() == null ? null : Utc.of(one.dueAt()));
        values.add(one.error());
        values.add(one.error() == null ? null : now);
      }
      // IGNORE: a run that lost its lane may have written the same ones
      PlainSql.execute(
          work.sql(),
          "INSERT IGNORE INTO fact_delivery (listener, fact_seq, record_id, attempts, due_at,"
              + " error, failed_at) VALUES "
              + Sql.rows(chunk.size(), 7),
          values);
    }
  }

  void update(Owed one) {
    work.sql()
        .execute(
            "UPDATE fact_delivery SET attempts = ?, due_at = ?, error = ?, failed_at = ? WHERE"
                + " listener = ? AND fact_seq = ?",
            one.attempts(),
            one.dueAt() == null ? null : Utc.of(one.dueAt()),
            one.error(),
            LocalDateTime.now(ZoneOffset.UTC),
            one.listener(),
            one.fact().sequence());
  }

  void delete(String listener, Collection<Long> sequences) {
    if (!sequences.isEmpty()) {
      PlainSql.execute(
          work.sql(),
          "DELETE FROM fact_delivery WHERE listener = ? AND fact_seq IN ("
              + Facts.joined(sequences)
              + ")",
          List.of(listener));
    }
  }

  /**
   * The records, of these, of which this listener is still owed an earlier fact; later ones have to
   * wait behind it. Dead letters hold nothing up.
   */
  Set<UUID> recordsWaiting(String listener, List<Fact> facts) {
    if (nextDue(listener).isEmpty()) {
      return Set.of();
    }
    var waiting = new HashSet<UUID>();
    for (int from = 0; from < facts.size(); from += ROWS_PER_STATEMENT) {
      List<Fact> chunk = facts.subList(from, Math.min(facts.size(), from + ROWS_PER_STATEMENT));
      waiting.addAll(
          work.sql()
              .createQuery(
                  "SELECT DISTINCT record_id FROM fact_delivery WHERE listener = :listener AND"
                      + " due_at IS NOT NULL AND record_id IN (<records>)")
              .bind("listener", listener)
              .bindList("records", chunk.stream().map(Fact::recordId).distinct().toList())
              .map((row, context) -> row.getObject(1, UUID.class))
              .list());
    }
    return waiting;
  }

  /**
   * What can be tried now, in the order of facts: not what waits behind an earlier fact of its
   * record that is not due yet.
   */
  List<Owed> due(String listener, Instant now, int limit) {
    return work.sql()
        .createQuery(
            "SELECT "
                + Facts.COLUMNS
                + ", d.attempts, d.due_at, d.error FROM fact_delivery d FORCE INDEX (PRIMARY) JOIN"
                + " fact f ON f.seq = d.fact_seq WHERE d.listener = :listener AND d.due_at <= :now"
                + " AND NOT EXISTS (SELECT 1 FROM fact_delivery e WHERE e.listener = d.listener"
                + " AND e.record_id = d.record_id AND e.fact_seq < d.fact_seq AND e.due_at > :now)"
                + " ORDER BY d.fact_seq LIMIT :limit")
        .bind("listener", listener)
        .bind("now", Utc.of(now))
        .bind("limit", limit)
        .map(
            (row, context) ->
                new Owed(
                    listener,
                    Facts.fact(row),
                    row.getInt("attempts"),
                    Sql.instant(row, "due_at"),
                    row.getString("error")))
        .list();
  }

  /** When the listener is to be told something next; empty if it is owed nothing. */
  Optional<Instant> nextDue(String listener) {
    return work.sql()
        .createQuery("SELECT MIN(due_at) AS due FROM fact_delivery WHERE listener = :listener")
        .bind("listener", listener)
        .map((row, context) -> Optional.ofNullable(row.getObject(1, LocalDateTime.class)))
        .one()
        .map(due -> due.toInstant(ZoneOffset.UTC));
  }

  /** For each listener that is owed something: when it is due. */
  Map<String, Instant> nextDue() {
    var next = new LinkedHashMap<String, Instant>();
    work.sql()
        .createQuery("SELECT listener, MIN(due_at) AS due FROM fact_delivery GROUP BY listener")
        .map(
            (row, context) ->
                Map.entry(
                    row.getString("listener"),
                    Optional.ofNullable(row.getObject("due", LocalDateTime.class))))
        .forEach(
            entry ->
                entry
                    .getValue()
                    .ifPresent(due -> next.put(entry.getKey(), due.toInstant(ZoneOffset.UTC))));
    return next;
  }

  /** Dead letters, newest fact first. */
  public Page dead(int limit, @Nullable String cursor) {
    DeadCursor from = cursor == null ? DeadCursor.NEWEST : DeadCursor.read(cursor);
    List<DeadLetter> found =
        work.sql()
            .createQuery(
                "SELECT d.listener, d.fact_seq, f.type, f.record_type, f.record_id, d.attempts,"
                    + " d.error, d.failed_at FROM fact_delivery d JOIN fact f ON f.seq ="
                    + " d.fact_seq WHERE d.due_at IS NULL AND (d.fact_seq < :seq OR (d.fact_seq ="
                    + " :seq AND d.listener > :listener)) ORDER BY d.fact_seq DESC, d.listener"
                    + " LIMIT :limit")
            .bind("seq", from.sequence())
            .bind("listener", from.listener())
            .bind("limit", limit + 1)
            .map(
                (row, context) ->
                    new DeadLetter(
                        row.getString("listener"),
                        row.getLong("fact_seq"),
                        row.getString("type"),
                        row.getString("record_type"),
                        row.getObject("record_id", UUID.class),
                        row.getInt("attempts"),
                        row.getString("error"),
                        Sql.instant(row, "failed_at")))
            .list();
    if (found.size() <= limit) {
      return new Page(found, null);
    }
    DeadLetter last = found.get(limit - 1);
    return new Page(
        List.copyOf(found.subList(0, limit)),
        new DeadCursor(last.factSequence(), last.listener()).write());
  }

  /**
   * Makes a dead letter due again, with all its attempts before it.
   *
   * @return false if there is no such dead letter
   */
  public boolean revive(String listener, long factSequence, Instant now) {
    return work.sql()
            .execute(
                "UPDATE fact_delivery SET attempts = 0, due_at = ? WHERE listener = ? AND fact_seq"
                    + " = ? AND due_at IS NULL",
                Utc.of(now),
                listener,
                factSequence)
        > 0;
  }

  public Backlog backlog() {
    return work.sql()
        .createQuery(
            "SELECT (SELECT COUNT(*) FROM fact WHERE dispatched = FALSE) + (SELECT COUNT(DISTINCT"
                + " fact_seq) FROM fact_delivery WHERE due_at IS NOT NULL) AS pending, (SELECT"
                + " COUNT(*) FROM fact_delivery WHERE due_at IS NULL) AS dead")
        .map((row, context) -> new Backlog(row.getLong("pending"), row.getLong("dead")))
        .one();
  }
}

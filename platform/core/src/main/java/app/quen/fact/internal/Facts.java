package app.quen.fact.internal;

import app.quen.access.Actor;
import app.quen.access.ActorColumns;
import app.quen.database.PlainSql;
import app.quen.database.Work;
import app.quen.fact.Fact;
import app.quen.fact.Outbox;
import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The rows of {@code fact}. */
@Dependent
class Facts {

  private static final int ROWS_PER_INSERT = 500;
  private static final int TEXT_PER_INSERT = 2_000_000;
  static final String COLUMNS =
      "f.seq, f.id, f.type, f.record_type, f.record_id, f.at, f.actor_kind, f.actor_id,"
          + " f.actor_name, f.payload";

  private final Work work;

  @Inject
  Facts(Work work) {
    this.work = work;
  }

  void insert(String type, String recordType, Actor actor, Collection<Outbox.Entry> entries) {
    LocalDateTime at = LocalDateTime.now(ZoneOffset.UTC);
    Handle sql = work.sql();
    var chunk = new ArrayList<Outbox.Entry>(Math.min(entries.size(), ROWS_PER_INSERT));
    int text = 0;
    for (Outbox.Entry entry : entries) {
      int length = entry.payloadJson().length();
      if (chunk.size() == ROWS_PER_INSERT
          || (text + length > TEXT_PER_INSERT && !chunk.isEmpty())) {
        insertRows(sql, type, recordType, actor, at, chunk);
        chunk.clear();
        text = 0;
      }
      chunk.add(entry);
      text += length;
    }
    insertRows(sql, type, recordType, actor, at, chunk);
  }

  private static void insertRows(
      Handle sql,
      String type,
      String recordType,
      Actor actor,
      LocalDateTime at,
      List<Outbox.Entry> entries) {
    var values = new ArrayList<@Nullable Object>(entries.size() * 9);
    for (Outbox.Entry entry : entries) {
      values.add(UuidCreator.getTimeOrderedEpoch());
      values.add(type);
      values.add(recordType);
      values.add(entry.recordId());
      values.add(at);
      values.add(actor.kind().name());
      values.add(actor.id());
      values.add(actor.name());
      values.add(entry.payloadJson());
    }
    PlainSql.execute(
        sql,
        "INSERT INTO fact (id, type, record_type, record_id, at, actor_kind, actor_id, actor_name,"
            + " payload) VALUES "
            + Sql.rows(entries.size(), 9),
        values);
  }

  /**
   * What nobody has looked at yet. Always from the lowest sequence on: one that committed late may
   * belong to a record of which a later fact is waiting too.
   */
  List<Fact> undispatched(int limit) {
    return work.sql()
        .createQuery(
            "SELECT "
                + COLUMNS
                + " FROM fact f WHERE f.dispatched = FALSE ORDER BY f.seq LIMIT :limit")
        .bind("limit", limit)
        .map((row, context) -> fact(row))
        .list();
  }

  boolean anyUndispatched() {
    return work.sql()
        .createQuery("SELECT EXISTS (SELECT 1 FROM fact WHERE dispatched = FALSE)")
        .mapTo(Boolean.class)
        .one();
  }

  void markDispatched(Collection<Long> sequences) {
    if (!sequences.isEmpty()) {
      PlainSql.execute(
          work.sql(),
          "UPDATE fact SET dispatched = TRUE WHERE seq IN (" + joined(sequences) + ")",
          List.of());
    }
  }

  void delete(Collection<Long> sequences) {
    if (!sequences.isEmpty()) {
      PlainSql.execute(
          work.sql(), "DELETE FROM fact WHERE seq IN (" + joined(sequences) + ")", List.of());
    }
  }

  /** Deletes those of these facts that no listener is owed any more. */
  void prune(Collection<Long> sequences) {
    if (!sequences.isEmpty()) {
      pruneWhere("f.seq IN (" + joined(sequences) + ")");
    }
  }

  /** Deletes what a node left behind that died between the last delivery and {@link #prune}. */
  void pruneAll() {
    pruneWhere("TRUE");
  }

  private void pruneWhere(String which) {
    // read without locks first, so that this waits for no listener's own settling
    delete(
        work.sql()
            .createQuery(
                "SELECT f.seq FROM fact f WHERE f.dispatched = TRUE AND "
                    + which
                    + " AND NOT EXISTS (SELECT 1 FROM fact_delivery d WHERE d.fact_seq = f.seq)")
            .mapTo(Long.class)
            .list());
  }

  static String joined(Collection<Long> sequences) {
    return sequences.stream().map(String::valueOf).collect(Collectors.joining(","));
  }

  static Fact fact(ResultSet row) throws SQLException {
    return new Fact(
        row.getLong("seq"),
        row.getObject("id", UUID.class),
        row.getString("type"),
        row.getString("record_type"),
        row.getObject("record_id", UUID.class),
        Sql.instant(row, "at"),
        ActorColumns.of(row, "actor"),
        new LazyJson(row.getString("payload")));
  }
}

package app.quen.bulk.internal;

import app.quen.access.Policy;
import app.quen.access.Sight;
import app.quen.database.Utc;
import app.quen.database.Work;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Whose records are, and the table {@code handed_record}: who is to get them. */
@ApplicationScoped
class HandedRows {

  /**
   * A kind of record that belongs to a person.
   *
   * @param field by which it does, in the API and in the table
   * @param open what of it is still to be done
   */
  record Kind(String type, String table, String field, String column, String open, String name) {

    boolean isCustomer() {
      return type.equals("customer");
    }
  }

  static final List<Kind> KINDS =
      List.of(
          new Kind("customer", "customer", "ownerId", "owner_id", "TRUE", "name"),
          new Kind("task", "task", "assigneeId", "assignee_id", "r.state = 'open'", "title"),
          new Kind(
              "feedback",
              "feedback",
              "ownerId",
              "owner_id",
              "COALESCE(r.state, 'open') NOT IN ('resolved', 'closed')",
              "COALESCE(subject, kind)"));

  @Inject Work work;
  @Inject Policy policy;

  /** A record of somebody, and the customer whom it is about. */
  record Owned(UUID id, @Nullable UUID customer) {}

  static Kind kind(String type) {
    return KINDS.stream().filter(kind -> kind.type().equals(type)).findFirst().orElseThrow();
  }

  /** What who is acting may change of somebody's, in the order of the ids. */
  List<Owned> of(Kind kind, UUID owner, int most) {
    return work.sql()
        .createQuery(
            "SELECT r.id, %s FROM %s r WHERE r.%s = :owner AND r.deleted_at IS NULL AND %s AND %s"
                    .formatted(
                        kind.isCustomer() ? "r.id" : "r.customer_id",
                        kind.table(),
                        kind.column(),
                        kind.open(),
                        policy.of(kind.type()).rowsToChange("r"))
                + " ORDER BY r.id LIMIT "
                + most)
        .bind("owner", owner)
        .map(
            (row, context) -> new Owned(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
        .list();
  }

  /** Of these, the ones that are somebody's still. */
  Set<UUID> stillOf(Kind kind, UUID owner, Collection<UUID> ids) {
    return work.sql()
        .createQuery(
            "SELECT r.id FROM %s r WHERE r.id IN (<ids>) AND r.%s = :owner AND r.deleted_at IS NULL AND %s"
                .formatted(kind.table(), kind.column(), policy.of(kind.type()).rowsToChange("r")))
        .bindList("ids", List.copyOf(ids))
        .bind("owner", owner)
        .mapTo(UUID.class)
        .set();
  }

  /** What they are called, those that who is acting sees. */
  Map<UUID, String> names(Kind kind, Collection<UUID> ids) {
    Map<UUID, String> names = new HashMap<>();
    Sight sight = policy.of(kind.type());
    String shown = kind.type().equals("feedback") && !sight.reads("subject") ? "kind" : kind.name();
    if (!ids.isEmpty()) {
      work.sql()
          .createQuery(
              "SELECT r.id, %s FROM %s r WHERE r.id IN (<ids>) AND %s"
                  .formatted(shown, kind.table(), sight.rows("r")))
          .bindList("ids", List.copyOf(ids))
          .map((row, context) -> names.put(row.getObject(1, UUID.class), row.getString(2)))
          .forEach(added -> {});
    }
    return names;
  }

  /**
   * Who gets what, as it was settled.
   *
   * @param moved whether it was done and not undone
   */
  record Row(UUID id, Kind kind, UUID to, boolean moved) {}

  void add(UUID run, Kind kind, Map<UUID, UUID> receivers) {
    if (receivers.isEmpty()) {
      return;
    }
    try (var batch =
        work.sql()
            .prepareBatch(
                "INSERT INTO handed_record (run_id, record_id, record_type, to_member)"
                    + " VALUES (:run, :id, :type, :to)")) {
      receivers.forEach(
          (id, to) ->
              batch.bind("run", run).bind("id", id).bind("type", kind.type()).bind("to", to).add());
      batch.execute();
    }
  }

  /** From now on the run concerns what was settled. */
  void concern(UUID run) {
    work.sql()
        .createUpdate(
            "INSERT IGNORE INTO change_before (run_id, customer_id, record_type)"
                + " SELECT run_id, record_id, record_type FROM handed_record WHERE run_id = ?")
        .bind(0, run)
        .execute();
  }

  /** Of one kind or all, for one receiver or all, in the order of the ids. */
  List<Row> page(
      UUID run, @Nullable Kind kind, @Nullable UUID to, @Nullable UUID after, int limit) {
    Map<String, Object> values = new HashMap<>(Map.of("run", run));
    List<String> where = new ArrayList<>(List.of("h.run_id = :run"));
    if (kind != null) {
      where.add("h.record_type = :type");
      values.put("type", kind.type());
    }
    if (to != null) {
      where.add("h.to_member = :to");
      values.put("to", to);
    }
    if (after != null) {
      where.add("h.record_id > :after");
      values.put("after", after);
    }
    return work.sql()
        .createQuery(
            "SELECT h.record_id, h.record_type, h.to_member, COALESCE(c.changes IS NOT NULL AND NOT"
                + " c.undone, FALSE) FROM handed_record h LEFT JOIN change_before c ON c.run_id ="
                + " h.run_id AND c.customer_id = h.record_id WHERE "
                + String.join(" AND ", where)
                + " ORDER BY h.record_id LIMIT "
                + limit)
        .bindMap(values)
        .map(
            (row, context) ->
                new Row(
                    row.getObject(1, UUID.class),
                    kind(row.getString(2)),
                    row.getObject(3, UUID.class),
                    row.getBoolean(4)))
        .list();
  }

  /** The hand-overs by which somebody gets something, the last first: how much by kind. */
  Map<UUID, Map<String, Long>> received(UUID to, int limit) {
    return byKind(
        work.sql()
            .createQuery(
                "SELECT h.run_id, h.record_type, COUNT(*) FROM handed_record h JOIN (SELECT"
                    + " DISTINCT r.id FROM handed_record o JOIN bulk_run r ON r.id = o.run_id WHERE"
                    + " o.to_member = :to AND r.state <> 'draft' ORDER BY r.id DESC LIMIT "
                    + limit
                    + ") t ON t.id = h.run_id WHERE h.to_member = :to GROUP BY h.run_id,"
                    + " h.record_type ORDER BY h.run_id DESC")
            .bind("to", to));
  }

  /** Who gets what by drafts that nobody has started. */
  void forgetDrafts(Instant before) {
    for (String table : List.of("handed_record", "bulk_run")) {
      String id = table.equals("bulk_run") ? "id" : "run_id";
      work.sql()
          .createUpdate(
              "DELETE FROM %s WHERE %s IN (SELECT id FROM (SELECT id FROM bulk_run WHERE kind = 'hand-over' AND state = 'draft' AND created_at < :before) old)"
                  .formatted(table, id))
          .bind("before", Utc.of(before))
          .execute();
    }
  }

  /** By receiver and kind. */
  Map<UUID, Map<String, Long>> counts(UUID run) {
    return byKind(
        work.sql()
            .createQuery(
                "SELECT to_member, record_type, COUNT(*) FROM handed_record WHERE run_id = ?"
                    + " GROUP BY to_member, record_type")
            .bind(0, run));
  }

  /** Of rows of an id, a kind and how many, in their order. */
  private static Map<UUID, Map<String, Long>> byKind(Query rows) {
    Map<UUID, Map<String, Long>> counts = new LinkedHashMap<>();
    rows.map(
            (row, context) ->
                counts
                    .computeIfAbsent(row.getObject(1, UUID.class), k -> new HashMap<>())
                    .put(row.getString(2), row.getLong(3)))
        .forEach(put -> {});
    return counts;
  }
}

package app.quen.audit.internal;

import app.quen.access.Actor;
import app.quen.access.WithoutSight;
import app.quen.audit.AuditEntry;
import app.quen.audit.AuditQuery;
import app.quen.database.PlainSql;
import app.quen.database.Utc;
import app.quen.database.Work;
import app.quen.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of {@code audit_entry}: added and read, as the database's role has it. */
@WithoutSight(
    because = "SearchTrail shows through SeenEntries, and ExportTrail asks for who sees all")
@ApplicationScoped
public class Entries {

  private static final String COLUMNS =
      "seq, at, actor_kind, actor_id, actor_name, behalf_kind, behalf_id, behalf_name, act,"
          + " record_type, record_id, customer_id, changes, why, address, client, previous_hash,"
          + " hash";
  private static final int COUNT = 18;
  private static final int ROWS_PER_INSERT = 500;
  private static final int TEXT_PER_INSERT = 2_000_000;

  @Inject Work work;
  @Inject Tenants tenants;

  /** The schema of the workspace that is entered. */
  String table(String name) {
    return "`" + tenants.current().id().auditSchema() + "`." + name;
  }

  void insert(List<AuditEntry> entries) {
    int from = 0;
    int text = 0;
    for (int i = 0; i < entries.size(); i++) {
      String changes = entries.get(i).changes();
      int length = changes == null ? 0 : changes.length();
      if (i - from == ROWS_PER_INSERT || (text + length > TEXT_PER_INSERT && i > from)) {
        insertRows(entries.subList(from, i));
        from = i;
        text = 0;
      }
      text += length;
    }
    insertRows(entries.subList(from, entries.size()));
  }

  private void insertRows(List<AuditEntry> entries) {
    String row = "(" + String.join(",", Collections.nCopies(COUNT, "?")) + ")";
    var values = new ArrayList<@Nullable Object>(entries.size() * COUNT);
    for (AuditEntry entry : entries) {
      values.add(entry.sequence());
      values.add(Utc.of(entry.at()));
      addActor(values, entry.actor());
      addActor(values, entry.onBehalfOf());
      values.add(entry.act());
      values.add(entry.recordType());
      values.add(entry.recordId());
      values.add(entry.customerId());
      values.add(entry.changes());
      values.add(entry.why());
      values.add(entry.address());
      values.add(entry.client());
      values.add(entry.previousHash());
      values.add(entry.hash());
    }
    PlainSql.execute(
        work.sql(),
        "INSERT INTO "
            + table("audit_entry")
            + " ("
            + COLUMNS
            + ") VALUES "
            + String.join(",", Collections.nCopies(entries.size(), row)),
        values);
  }

  private static void addActor(List<@Nullable Object> values, @Nullable Actor actor) {
    values.add(actor == null ? null : actor.kind().name());
    values.add(actor == null ? null : actor.id());
    values.add(actor == null ? null : actor.name());
  }

  /** The hash of the entry of this number, as it is stored. */
  Optional<byte[]> hash(long sequence) {
    return work.sql()
        .createQuery("SELECT hash FROM " + table("audit_entry") + " WHERE seq = ?")
        .bind(0, sequence)
        .map((row, context) -> row.getBytes(1))
        .findOne();
  }

  /** The highest number; 0 where there is none. */
  public long last() {
    return work.sql()
        .createQuery("SELECT COALESCE(MAX(seq), 0) FROM " + table("audit_entry"))
        .mapTo(Long.class)
        .one();
  }

  /** From the beginning of the trail on. */
  public List<AuditEntry> after(long sequence, int limit) {
    return work.sql()
        .createQuery(
            "SELECT "
                + COLUMNS
                + " FROM "
                + table("audit_entry")
                + " WHERE seq > ? ORDER BY seq LIMIT ?")
        .bind(0, sequence)
        .bind(1, limit)
        .map((row, context) -> entry(row))
        .list();
  }

  /** Newest first. */
  public List<AuditEntry> search(AuditQuery query, long begin, long before, int limit) {
    var where = new Where();
    // times never go back, so that a span of time is a span of numbers, which every index has
    where.add("seq >= ?", query.from() == null ? begin : Math.max(begin, first(query.from())));
    where.add("seq < ?", query.until() == null ? before : Math.min(before, first(query.until())));
    where.add("actor_kind = ?", query.kind() == null ? null : query.kind().name());
    where.addIn("act", query.acts());
    where.add("record_type = ?", query.recordType());
    where.add("record_id = ?", query.recordId());
    where.add("customer_id = ?", query.customerId());
    where.addField(query.field());
    where.add("why LIKE ?", query.why() == null ? null : "%" + Where.plain(query.why()) + "%");
    UUID who = query.who();
    if (who == null) {
      return read(where.text() + " ORDER BY seq DESC LIMIT " + limit, where.values());
    }
    // two ways by two indexes: an OR would take neither
    String each =
        "(SELECT seq FROM %s WHERE %s AND %%s = ? ORDER BY seq DESC LIMIT %d)"
            .formatted(table("audit_entry"), where.text().replace("%", "%%"), limit);
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      values.addAll(where.values());
      values.add(who);
    }
    return read(
        "seq IN (SELECT seq FROM ("
            + each.formatted("actor_id")
            + " UNION "
            + each.formatted("behalf_id")
            + ") s) ORDER BY seq DESC LIMIT "
            + limit,
        values);
  }

  private List<AuditEntry> read(String condition, List<Object> values) {
    var select =
        work.sql()
            .createQuery(
                "SELECT " + COLUMNS + " FROM " + table("audit_entry") + " WHERE " + condition);
    for (int i = 0; i < values.size(); i++) {
      select.bind(i, values.get(i));
    }
    return select.map((row, context) -> entry(row)).list();
  }

  /** The last entry before the moment; 0 where there is none. */
  public long lastBefore(Instant moment) {
    long first = first(moment);
    return first == Long.MAX_VALUE ? last() : first - 1;
  }

  /** The first entry at or after the moment. */
  private long first(Instant moment) {
    return work.sql()
        .createQuery(
            "SELECT seq FROM " + table("audit_entry") + " WHERE at >= ? ORDER BY at, seq LIMIT 1")
        .bind(0, Utc.of(moment))
        .mapTo(Long.class)
        .findOne()
        .orElse(Long.MAX_VALUE);
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return Utc.at(row, column);
  }

  private static AuditEntry entry(ResultSet row) throws SQLException {
    return new AuditEntry(
        row.getLong("seq"),
        instant(row, "at"),
        Objects.requireNonNull(actor(row, "actor")),
        actor(row, "behalf"),
        row.getString("act"),
        row.getString("record_type"),
        row.getObject("record_id", UUID.class),
        row.getObject("customer_id", UUID.class),
        row.getString("changes"),
        row.getString("why"),
        row.getString("address"),
        row.getString("client"),
        row.getBytes("previous_hash"),
        row.getBytes("hash"));
  }

  private static @Nullable Actor actor(ResultSet row, String which) throws SQLException {
    String kind = row.getString(which + "_kind");
    if (kind == null) {
      return null;
    }
    UUID id = row.getObject(which + "_id", UUID.class);
    String name = row.getString(which + "_name");
    try {
      return new Actor(Actor.Kind.valueOf(kind), id, name);
    } catch (IllegalArgumentException bent) {
      // another actor than any that was written, so that its hash does not fit
      return new Actor(Actor.Kind.SYSTEM, id, kind + "? " + name);
    }
  }
}

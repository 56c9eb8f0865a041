package app.quen.link.internal;

import app.quen.access.Actor;
import app.quen.access.ActorColumns;
import app.quen.access.Policy;
import app.quen.access.Sight;
import app.quen.customer.CustomerId;
import app.quen.database.PlainSql;
import app.quen.database.Work;
import app.quen.field.Invalid;
import app.quen.field.Problem;
import app.quen.link.LinkPage;
import app.quen.link.LinkType;
import app.quen.link.LinkView;
import app.quen.text.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads and writes rows of {@code customer_link}. */
@ApplicationScoped
class LinkRows {

  private static final String SELECT =
      "SELECT l.id, l.version, l.from_id, l.to_id, l.type, l.since, l.until, l.note, l.created_at,"
          + " l.created_by_kind, l.created_by_id, l.created_by_name, f.kind AS from_kind, f.name AS"
          + " from_name, f.archived AS from_archived, t.kind AS to_kind, t.name AS to_name,"
          + " t.archived AS to_archived FROM ";
  private static final String ENDS =
      " l JOIN customer f ON f.id = l.from_id JOIN customer t ON t.id = l.to_id";

  @Inject Work work;
  @Inject Policy policy;

  /** A link with both its ends; these are null before it is written. */
  record Row(
      UUID id,
      int version,
      UUID from,
      UUID to,
      LinkType type,
      @Nullable LocalDate since,
      @Nullable LocalDate until,
      @Nullable String note,
      LocalDateTime createdAt,
      Actor createdBy,
      LinkView.@Nullable Other fromEnd,
      LinkView.@Nullable Other toEnd) {

    LinkView seenFrom(boolean first) {
      return new LinkView(
          id,
          version,
          type,
          first || !type.directed(),
          Objects.requireNonNull(first ? toEnd : fromEnd),
          since,
          until,
          note,
          createdAt.toInstant(ZoneOffset.UTC),
          createdBy);
    }
  }

  /**
   * A link between two customers.
   *
   * @param sameWay whether it is written from the first to the second
   */
  record Between(LinkType type, boolean sameWay) {}

  void add(Row row) {
    work.sql()
        .createUpdate(
            "INSERT INTO customer_link (id, version, from_id, to_id, type, since, until, note,"
                + " created_at, created_by_kind, created_by_id, created_by_name) VALUES (:id, 1,"
                + " :from, :to, :type, :since, :until, :note, :at, :kind, :by, :name)")
        .bind("id", row.id())
        .bind("from", row.from())
        .bind("to", row.to())
        .bind("type", row.type().word())
        .bind("since", row.since())
        .bind("until", row.until())
        .bind("note", row.note())
        .bind("at", row.createdAt())
        .bind("kind", row.createdBy().kind().name())
        .bind("by", row.createdBy().id())
        .bind("name", row.createdBy().name())
        .execute();
  }

  void change(
      UUID id, @Nullable LocalDate since, @Nullable LocalDate until, @Nullable String note) {
    work.sql()
        .createUpdate(
            "UPDATE customer_link SET version = version + 1, since = :since, until = :until,"
                + " note = :note WHERE id = :id")
        .bind("since", since)
        .bind("until", until)
        .bind("note", note)
        .bind("id", id)
        .execute();
  }

  void remove(UUID id) {
    work.sql().createUpdate("DELETE FROM customer_link WHERE id = ?").bind(0, id).execute();
  }

  Optional<Row> find(UUID id) {
    return work.sql()
        .createQuery(SELECT + "customer_link" + ENDS + " WHERE l.id = ?" + seen())
        .bind(0, id)
        .map((row, context) -> row(row))
        .findOne();
  }

  /** Of a link to somebody who is not seen, nothing is seen. */
  private String seen() {
    Sight sight = policy.of("customer");
    return sight.everyRow() ? "" : " AND " + sight.rows("f") + " AND " + sight.rows("t");
  }

  List<Between> between(UUID from, UUID to) {
    return work.sql()
        .createQuery(
            "SELECT type, from_id = :from AS same_way FROM customer_link WHERE (from_id = :from AND"
                + " to_id = :to) OR (from_id = :to AND to_id = :from)")
        .bind("from", from)
        .bind("to", to)
        .map(
            (row, context) ->
                new Between(LinkType.of(row.getString(1)).orElseThrow(), row.getBoolean(2)))
        .list();
  }

  /** Of a customer who is seen. */
  LinkPage of(UUID customer, int limit, @Nullable String cursor) {
    UUID after = cursor == null ? new UUID(0, 0) : id(cursor);
    Sight sight = policy.of("customer");
    String one = "SELECT l.*, l.%s AS other_id FROM customer_link l WHERE %s = ? AND id > ?";
    // Where others are left out, it is not known before how many of the links make a page.
    String most = sight.everyRow() ? " ORDER BY id LIMIT " + (limit + 1) : "";
    List<Row> rows = new ArrayList<>();
    PlainSql.select(
        work.sql(),
        SELECT
            + "(("
            + one.formatted("to_id", "from_id")
            + most
            + ") UNION ALL ("
            + one.formatted("from_id", "to_id")
            + most
            + "))"
            + ENDS
            + (sight.everyRow()
                ? ""
                : " JOIN customer o ON o.id = l.other_id AND " + sight.rows("o"))
            + " ORDER BY l.id LIMIT "
            + (limit + 1),
        List.of(customer, after, customer, after),
        row -> rows.add(row(row)));
    boolean more = rows.size() > limit;
    List<Row> shown = more ? rows.subList(0, limit) : rows;
    return new LinkPage(
        shown.stream().map(row -> row.seenFrom(row.from().equals(customer))).toList(),
        more ? shown.getLast().id().toString() : null);
  }

  private static UUID id(String cursor) {
    try {
      return UUID.fromString(cursor);
    } catch (IllegalArgumentException e) {
      throw new Invalid(
          List.of(
              new Problem(
                  "cursor",
                  "unknown",
                  new Text(
                      "Trang này không còn; hãy mở lại từ đầu.",
                      "There is no such page; read the list from its beginning."))));
    }
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getObject("id", UUID.class),
        row.getInt("version"),
        row.getObject("from_id", UUID.class),
        row.getObject("to_id", UUID.class),
        LinkType.of(row.getString("type")).orElseThrow(),
        row.getObject("since", LocalDate.class),
        row.getObject("until", LocalDate.class),
        row.getString("note"),
        row.getObject("created_at", LocalDateTime.class),
        ActorColumns.of(row, "created_by"),
        end(row, "from"),
        end(row, "to"));
  }

  private static LinkView.Other end(ResultSet row, String side) throws SQLException {
    return new LinkView.Other(
        new CustomerId(row.getObject(side + "_id", UUID.class)),
        row.getString(side + "_kind"),
        row.getString(side + "_name"),
        row.getBoolean(side + "_archived"));
  }
}

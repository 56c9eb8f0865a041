package app.quen.customer.internal;

import app.quen.access.WithoutSight;
import app.quen.customer.internal.SearchText.Range;
import app.quen.database.Work;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Bounded pieces of indexes. Each names its index: the optimizer's guesses are not bounded. */
@WithoutSight(
    because =
        "Finding puts the condition of the sight into what it reads here, and "
            + "SeenCustomers shows it")
@ApplicationScoped
public class Windows {

  /** MariaDB turns a longer list of ids into a join, which is slower. */
  static final int MOST = 999;

  @Inject Work work;

  /**
   * A customer in an order.
   *
   * @param place the range of a search, or 1 among those that have no value to sort by
   */
  record Entry(int place, String key, UUID id) {}

  /** How many rows the source has, up to its limit. */
  int count(Sql source) {
    return query("SELECT COUNT(*) FROM (" + source.text() + ") x", source.parameters())
        .mapTo(Integer.class)
        .one();
  }

  /**
   * About how many rows each of the sources has, without reading them: the database tells from the
   * two ends of each range of an index. Often wrong by half, and by more for a few rows.
   */
  List<Long> estimates(List<Sql> sources) {
    List<String> parts = new ArrayList<>();
    List<Object> parameters = new ArrayList<>();
    for (Sql source : sources) {
      parts.add("(" + source.text() + ")");
      parameters.addAll(source.parameters());
    }
    return query("EXPLAIN " + String.join(" UNION ALL ", parts), parameters)
        .map((row, context) -> row.getLong("rows"))
        .list()
        .subList(0, sources.size());
  }

  /** The ranges of a driver, each with its own limit. */
  List<Sql> sources(Driver driver, boolean archived, int limit) {
    return driver.parts().isEmpty()
        ? List.of(source(driver, archived, limit))
        : driver.parts().stream()
            .map(part -> source(alone(driver, part), archived, limit))
            .toList();
  }

  private static Driver alone(Driver driver, Driver.Part part) {
    return new Driver(driver.table(), driver.id(), part.index(), part.condition(), driver.own());
  }

  static Sql united(List<Sql> sources) {
    List<String> texts = new ArrayList<>();
    List<Object> parameters = new ArrayList<>();
    for (Sql source : sources) {
      texts.add("(" + source.text() + ")");
      parameters.addAll(source.parameters());
    }
    return new Sql(String.join(" UNION ALL ", texts), parameters);
  }

  Sql source(Driver driver, boolean archived, int limit) {
    List<Object> parameters = new ArrayList<>();
    String own = "";
    if (driver.own()) {
      own = "archived = ? AND ";
      parameters.add(archived);
    }
    parameters.addAll(driver.condition().parameters());
    return new Sql(
        "SELECT %s AS id FROM %s FORCE INDEX (%s) WHERE %s%s LIMIT %d"
            .formatted(
                driver.id(), driver.table(), driver.index(), own, driver.condition().text(), limit),
        parameters);
  }

  Sql source(List<Range> ranges, boolean archived, int limit) {
    List<String> parts = new ArrayList<>();
    List<Object> parameters = new ArrayList<>();
    for (Range range : ranges) {
      Sql found = range(range, archived);
      parts.add("(SELECT customer_id AS id FROM " + found.text() + " LIMIT " + limit + ")");
      parameters.addAll(found.parameters());
    }
    return new Sql(String.join(" UNION ALL ", parts), parameters);
  }

  private static Sql range(Range range, boolean archived) {
    List<Object> parameters = new ArrayList<>();
    StringBuilder where = new StringBuilder();
    if (range.kind() == null) {
      where.append("customer_search WHERE archived = ? AND term LIKE ?");
      parameters.add(archived);
      parameters.add(Criteria.escaped(range.prefix()) + "%");
      for (String word : range.words()) {
        where.append(" AND term LIKE ?");
        parameters.add("% " + Criteria.escaped(word) + "%");
      }
    } else {
      where.append(
          "customer_identifier FORCE INDEX (customer_identifier_normal)"
              + " WHERE kind = ? AND normal LIKE ?");
      parameters.add(range.kind());
      parameters.add(Criteria.escaped(range.prefix()) + "%");
    }
    return new Sql(where.toString(), parameters);
  }

  /** The next terms of a range, in their order. */
  List<Entry> terms(int place, Range range, boolean archived, @Nullable Entry at, int size) {
    String term = range.kind() == null ? "term" : "normal";
    Sql found = range(range, archived);
    List<Object> parameters = new ArrayList<>(found.parameters());
    String beyond = "";
    if (at != null) {
      beyond = " AND %1$s >= ? AND (%1$s > ? OR customer_id > ?)".formatted(term);
      parameters.addAll(List.of(at.key(), at.key(), at.id()));
    }
    return entries(
        place,
        "SELECT customer_id, %1$s FROM %2$s%3$s ORDER BY %1$s, customer_id LIMIT %4$d"
            .formatted(term, found.text(), beyond, size),
        parameters);
  }

  /** The next customers along the index of the sort. */
  List<Entry> sorted(boolean archived, Sorting sorting, int place, @Nullable Entry at, int size) {
    String column = sorting.column();
    if (column == null || place == 1) {
      return byId("customer FORCE INDEX (PRIMARY)", "id", place, archived, sorting, at, size);
    }
    String table;
    List<Object> parameters = new ArrayList<>();
    String id = sorting.ext() ? "customer_id" : "id";
    if (sorting.side() != null) {
      table = sorting.side().table + " FORCE INDEX (" + column + ") WHERE " + column;
      table += " IS NOT NULL";
    } else {
      String index = column.equals("name_key") ? "customer_by_name" : "customer_by_update";
      table = "customer FORCE INDEX (" + index + ") WHERE archived = ?";
      parameters.add(archived);
    }
    String beyond = "";
    if (at != null) {
      String than = sorting.beyond().strip();
      beyond = " AND %1$s %2$s= ? AND (%1$s %2$s ? OR %3$s %2$s ?)".formatted(column, than, id);
      Object key = sorting.parameter(at.key());
      parameters.addAll(List.of(key, key, at.id()));
    }
    return entries(
        0,
        "SELECT %1$s, %2$s FROM %3$s%4$s ORDER BY %2$s%5$s, %1$s%5$s LIMIT %6$d"
            .formatted(id, column, table, beyond, sorting.direction(), size),
        parameters);
  }

  /** The next customers, by id, of an index range of one value, or of some such ranges. */
  List<Entry> along(
      Driver driver, boolean archived, Sorting sorting, @Nullable Entry at, int size) {
    if (!driver.parts().isEmpty()) {
      return merged(driver, archived, sorting, at, size);
    }
    List<Object> parameters = new ArrayList<>();
    String own = "";
    if (driver.own()) {
      own = "archived = ? AND ";
      parameters.add(archived);
    }
    parameters.addAll(driver.condition().parameters());
    return byId(
        driver.table() + " FORCE INDEX (" + driver.index() + ")",
        driver.id(),
        own + driver.condition().text(),
        parameters,
        0,
        sorting,
        at,
        size);
  }

  /** Each range gives its next ones; the first of them all are the next ones of the whole. */
  private List<Entry> merged(
      Driver driver, boolean archived, Sorting sorting, @Nullable Entry at, int size) {
    List<String> ranges = new ArrayList<>();
    List<Object> parameters = new ArrayList<>();
    for (Driver.Part part : driver.parts()) {
      String beyond = "";
      parameters.add(archived);
      parameters.addAll(part.condition().parameters());
      if (at != null) {
        beyond = " AND " + driver.id() + sorting.beyond() + "?";
        parameters.add(at.id());
      }
      ranges.add(
          "(SELECT %1$s AS i, '' AS k FROM %2$s FORCE INDEX (%3$s) WHERE archived = ? AND %4$s%5$s ORDER BY %1$s%6$s LIMIT %7$d)"
              .formatted(
                  driver.id(),
                  driver.table(),
                  part.index(),
                  part.condition().text(),
                  beyond,
                  sorting.direction(),
                  size));
    }
    return entries(
        0,
        String.join(" UNION ALL ", ranges) + " ORDER BY i" + sorting.direction() + " LIMIT " + size,
        parameters);
  }

  private List<Entry> byId(
      String table,
      String id,
      int place,
      boolean archived,
      Sorting sorting,
      @Nullable Entry at,
      int size) {
    List<Object> parameters = new ArrayList<>(List.of(archived));
    return byId(table, id, "archived = ?", parameters, place, sorting, at, size);
  }

  private List<Entry> byId(
      String table,
      String id,
      String where,
      List<Object> parameters,
      int place,
      Sorting sorting,
      @Nullable Entry at,
      int size) {
    String beyond = "";
    if (at != null) {
      beyond = " AND " + id + sorting.beyond() + "?";
      parameters.add(at.id());
    }
    return entries(
        place,
        "SELECT %1$s, '' FROM %2$s WHERE %3$s%4$s ORDER BY %1$s%5$s LIMIT %6$d"
            .formatted(id, table, where, beyond, sorting.direction(), size),
        parameters);
  }

  /** Which of a window fit the conditions. */
  Set<UUID> fitting(List<Entry> window, List<Sql> conditions, boolean archived, Sorting sorting) {
    Set<UUID> fitting = new HashSet<>();
    for (int from = 0; from < window.size(); from += MOST) {
      List<Entry> some = window.subList(from, Math.min(window.size(), from + MOST));
      List<Object> parameters = new ArrayList<>();
      some.forEach(entry -> parameters.add(entry.id()));
      StringBuilder where = new StringBuilder("c.archived = ?");
      parameters.add(archived);
      if (sorting.ext() && some.get(0).place() == 1) {
        where.append(" AND ").append(sorting.named()).append(" IS NULL");
      }
      add(conditions, where, parameters);
      query(
              "SELECT STRAIGHT_JOIN c.id FROM customer c FORCE INDEX (PRIMARY)"
                  + " LEFT JOIN customer_ext e FORCE INDEX (PRIMARY) ON e.customer_id = c.id"
                  + rollup(sorting)
                  + " WHERE c.id IN ("
                  + "?,".repeat(some.size() - 1)
                  + "?) AND "
                  + where,
              parameters)
          .mapTo(UUID.class)
          .forEach(fitting::add);
    }
    return fitting;
  }

  /** Those of few candidates that fit, in the order of the sort, from the cursor on. */
  List<Entry> few(
      Sql source,
      List<Sql> conditions,
      boolean archived,
      Sorting sorting,
      @Nullable Cursor cursor,
      int limit) {
    List<Object> parameters = new ArrayList<>(source.parameters());
    StringBuilder where = new StringBuilder("c.archived = ?");
    parameters.add(archived);
    add(conditions, where, parameters);
    String than = sorting.beyond().strip();
    String key = sorting.column() == null ? null : sorting.named();
    if (cursor != null && (key == null || cursor.place() == 1)) {
      where.append(" AND c.id ").append(than).append(" ?");
      parameters.add(cursor.id());
      if (key != null) {
        where.append(" AND ").append(key).append(" IS NULL");
      }
    } else if (cursor != null) {
      String nulls = sorting.ext() ? key + " IS NULL OR " : "";
      where.append(
          " AND (%3$s%1$s %2$s ? OR (%1$s = ? AND c.id %2$s ?))".formatted(key, than, nulls));
      Object value = sorting.parameter(cursor.key());
      parameters.addAll(List.of(value, value, cursor.id()));
    }
    String order = "c.id" + sorting.direction();
    if (key != null) {
      String nulls = sorting.ext() ? "(" + key + " IS NULL), " : "";
      order = nulls + key + sorting.direction() + ", " + order;
    }
    return entries(
        0,
        "SELECT STRAIGHT_JOIN c.id, "
            + (key == null ? "''" : key)
            + " FROM (SELECT DISTINCT id FROM ("
            + source.text()
            + ") s) d JOIN customer c ON c.id = d.id"
            + " LEFT JOIN customer_ext e ON e.customer_id = c.id"
            + rollup(sorting)
            + " WHERE "
            + where
            + " ORDER BY "
            + order
            + " LIMIT "
            + limit,
        parameters);
  }

  private static String rollup(Sorting sorting) {
    return sorting.side() == Sorting.Side.ROLLUP
        ? " LEFT JOIN customer_rollup r ON r.customer_id = c.id"
        : "";
  }

  /** How many of few candidates fit. */
  int countFew(Sql source, List<Sql> conditions, boolean archived) {
    List<Object> parameters = new ArrayList<>(source.parameters());
    StringBuilder where = new StringBuilder("c.archived = ?");
    parameters.add(archived);
    add(conditions, where, parameters);
    return query(
            "SELECT STRAIGHT_JOIN COUNT(*) FROM (SELECT DISTINCT id FROM ("
                + source.text()
                + ") s) d JOIN customer c ON c.id = d.id"
                + " LEFT JOIN customer_ext e ON e.customer_id = c.id WHERE "
                + where,
            parameters)
        .mapTo(Integer.class)
        .one();
  }

  /** Of the table's statistics, which the database keeps; near enough for an estimate. */
  long customers() {
    return work.sql()
        .createQuery(
            "SELECT COALESCE(MAX(table_rows), 0) FROM information_schema.tables"
                + " WHERE table_schema = DATABASE() AND table_name = 'customer'")
        .mapTo(Long.class)
        .one();
  }

  private static void add(List<Sql> conditions, StringBuilder where, List<Object> parameters) {
    for (Sql condition : conditions) {
      where.append(" AND ").append(condition.text());
      parameters.addAll(condition.parameters());
    }
  }

  private List<Entry> entries(int place, String text, List<Object> parameters) {
    return query(text, parameters)
        .map(
            (row, context) -> {
              String key = row.getString(2);
              return key == null
                  ? new Entry(1, "", row.getObject(1, UUID.class))
                  : new Entry(place, key, row.getObject(1, UUID.class));
            })
        .list();
  }

  private Query query(String text, List<Object> parameters) {
    Query query = work.sql().createQuery(text);
    for (int i = 0; i < parameters.size(); i++) {
      query.bind(i, new Insert.Value(parameters.get(i)));
    }
    return query;
  }
}

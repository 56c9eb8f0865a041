package app.quen.customer.internal;

import app.quen.access.WithoutSight;
import app.quen.customer.internal.SearchText.Range;
import app.quen.database.PlainSql;
import app.quen.database.Work;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Bounded pieces of indexes. Each names its index: the optimizer's guesses are not bounded. */
@WithoutSight(
    because =
        "Finding puts the condition of the sight into what it reads here, and "
            + "SeenCustomers shows it")
@ApplicationScoped
public class Windows {

  /** Those of a window, where the first one was too small. */
  static final int MOST = 999;

  @Inject Work work;

  /**
   * A customer in an order.
   *
   * @param place the range of a search, or 1 among those that have no value to sort by
   * @param fits whether the conditions hold for it
   */
  record Entry(int place, String key, UUID id, boolean fits) {

    /** Where a page ended. */
    static Entry at(int place, String key, UUID id) {
      return new Entry(place, key, id, true);
    }
  }

  /**
   * What is asked for.
   *
   * @param conditions on a customer c and its other fields' values e
   */
  record Wanted(List<Sql> conditions, boolean archived, Sorting sorting) {}

  /**
   * The next terms of a range, in their order.
   *
   * @param mine the condition on the rows of {@code customer_search} whose customers are seen; of
   *     other ranges the rows do not tell
   */
  List<Entry> terms(
      int place, Range range, String mine, Wanted wanted, @Nullable Entry at, int size) {
    String term = range.kind() == null ? "term" : "normal";
    Sql found = Sources.range(range, wanted.archived);
    List<Object> parameters = new ArrayList<>(found.parameters());
    String beyond = "";
    if (at != null) {
      beyond = " AND %1$s >= ? AND (%1$s > ? OR customer_id > ?)".formatted(term);
      parameters.addAll(List.of(at.key(), at.key(), at.id()));
    }
    return entries(
        place,
        "SELECT customer_id AS i, %1$s AS k, %5$s AS m FROM %2$s%3$s ORDER BY %1$s, customer_id LIMIT %4$d"
            .formatted(term, found.text(), beyond, size, range.kind() == null ? mine : "TRUE"),
        parameters,
        wanted,
        true);
  }

  /** The next customers along the index of the sort. */
  List<Entry> sorted(Wanted wanted, int place, @Nullable Entry at, int size) {
    Sorting sorting = wanted.sorting;
    String column = sorting.column();
    if (column == null || place == 1) {
      return byId(
          "customer FORCE INDEX (PRIMARY)",
          "id",
          Sql.of("archived = ?", wanted.archived),
          true,
          place,
          wanted,
          at,
          size);
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
      parameters.add(wanted.archived);
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
        "SELECT %1$s AS i, %2$s AS k, TRUE AS m FROM %3$s%4$s ORDER BY %2$s%5$s, %1$s%5$s LIMIT %6$d"
            .formatted(id, column, table, beyond, sorting.direction(), size),
        parameters,
        wanted,
        sorting.side() == null);
  }

  /** The next customers, by id, of an index range of one value, or of some such ranges. */
  List<Entry> along(Driver driver, Wanted wanted, @Nullable Entry at, int size) {
    if (!driver.parts().isEmpty()) {
      return merged(driver, wanted, at, size);
    }
    Sql where =
        driver.own()
            ? Sql.of("archived = ? AND ", wanted.archived).then(driver.condition())
            : driver.condition();
    return byId(
        driver.table() + " FORCE INDEX (" + driver.index() + ")",
        driver.id(),
        where,
        driver.own(),
        0,
        wanted,
        at,
        size);
  }

  /** Each range gives its next ones; the first of them all are the next ones of the whole. */
  private List<Entry> merged(Driver driver, Wanted wanted, @Nullable Entry at, int size) {
    Sorting sorting = wanted.sorting;
    List<String> ranges = new ArrayList<>();
    List<Object> parameters = new ArrayList<>();
    for (Driver.Part part : driver.parts()) {
      String beyond = "";
      parameters.add(wanted.archived);
      parameters.addAll(part.condition().parameters());
      if (at != null) {
        beyond = " AND " + driver.id() + sorting.beyond() + "?";
        parameters.add(at.id());
      }
      ranges.add(
          "(SELECT %1$s AS i, '' AS k, TRUE AS m FROM %2$s FORCE INDEX (%3$s) WHERE archived = ? AND %4$s%5$s ORDER BY %1$s%6$s LIMIT %7$d)"
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
        parameters,
        wanted,
        true);
  }

  private List<Entry> byId(
      String table,
      String id,
      Sql where,
      boolean own,
      int place,
      Wanted wanted,
      @Nullable Entry at,
      int size) {
    Sorting sorting = wanted.sorting;
    List<Object> parameters = new ArrayList<>(where.parameters());
    String beyond = "";
    if (at != null) {
      beyond = " AND " + id + sorting.beyond() + "?";
      parameters.add(at.id());
    }
    return entries(
        place,
        "SELECT %1$s AS i, '' AS k, TRUE AS m FROM %2$s WHERE %3$s%4$s ORDER BY %1$s%5$s LIMIT %6$d"
            .formatted(id, table, where.text(), beyond, sorting.direction(), size),
        parameters,
        wanted,
        own);
  }

  /** Those of few candidates that fit, in the order of the sort, from the cursor on. */
  List<Entry> few(Sql source, Wanted wanted, @Nullable Cursor cursor, int limit) {
    Sorting sorting = wanted.sorting;
    List<Object> parameters = new ArrayList<>(source.parameters());
    StringBuilder where = new StringBuilder("c.archived = ?");
    parameters.add(wanted.archived);
    add(wanted.conditions, where, parameters);
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
    return read(
        0,
        "SELECT STRAIGHT_JOIN c.id, "
            + (key == null ? "''" : key)
            + ", TRUE FROM (SELECT DISTINCT id FROM ("
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

  static void add(List<Sql> conditions, StringBuilder where, List<Object> parameters) {
    for (Sql condition : conditions) {
      where.append(" AND ").append(condition.text());
      parameters.addAll(condition.parameters());
    }
  }

  /**
   * A window of an index, and of each of its customers whether it fits: one answer tells where the
   * next window begins and what belongs to the page.
   *
   * @param window a query of {@code i}, the id, {@code k}, the key, and {@code m}, a condition
   * @param own whether it has only customers of the asked state of archiving
   */
  private List<Entry> entries(
      int place, String window, List<Object> parameters, Wanted wanted, boolean own) {
    Sorting sorting = wanted.sorting;
    if (wanted.conditions.isEmpty() && own && !sorting.ext()) {
      return read(place, window, parameters);
    }
    StringBuilder fits = new StringBuilder("w.m AND c.archived = ?");
    List<Object> all = new ArrayList<>();
    all.add(wanted.archived);
    if (sorting.ext() && place == 1) {
      fits.append(" AND ").append(sorting.named()).append(" IS NULL");
    }
    add(wanted.conditions, fits, all);
    all.addAll(parameters);
    return read(
        place,
        "SELECT STRAIGHT_JOIN w.i, w.k, COALESCE("
            + fits
            + ", FALSE) FROM ("
            + window
            + ") w LEFT JOIN customer c FORCE INDEX (PRIMARY) ON c.id = w.i"
            + " LEFT JOIN customer_ext e FORCE INDEX (PRIMARY) ON e.customer_id = w.i"
            + rollup(sorting)
            + " ORDER BY w.k%1$s, w.i%1$s".formatted(sorting.direction()),
        all);
  }

  private List<Entry> read(int place, String text, List<Object> parameters) {
    List<Entry> entries = new ArrayList<>();
    read(
        text,
        parameters,
        row -> {
          UUID id = row.getObject(1, UUID.class);
          String key = row.getString(2);
          boolean fits = row.getBoolean(3);
          entries.add(key == null ? new Entry(1, "", id, fits) : new Entry(place, key, id, fits));
        });
    return entries;
  }

  private void read(String text, List<Object> parameters, PlainSql.RowReader reader) {
    PlainSql.select(work.sql(), text, parameters, reader);
  }
}

package app.quen.customer.internal;

import app.quen.access.WithoutSight;
import app.quen.customer.internal.SearchText.Range;
import app.quen.database.PlainSql;
import app.quen.database.Work;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** Where customers are looked for: ranges of indexes, and how many rows each has. */
@WithoutSight(because = "Finding and Counting put the condition of the sight into what they count")
@ApplicationScoped
public class Sources {

  @Inject Work work;

  /** How many rows the source has, up to its limit. */
  int count(Sql source) {
    return number("SELECT COUNT(*) FROM (" + source.text() + ") x", source.parameters());
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
    List<Long> rows = new ArrayList<>();
    PlainSql.select(
        work.sql(),
        "EXPLAIN " + String.join(" UNION ALL ", parts),
        parameters,
        row -> rows.add(row.getLong("rows")));
    return rows.subList(0, sources.size());
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

  static Sql range(Range range, boolean archived) {
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

  /** How many of few candidates fit. */
  int countFew(Sql source, List<Sql> conditions, boolean archived) {
    List<Object> parameters = new ArrayList<>(source.parameters());
    StringBuilder where = new StringBuilder("c.archived = ?");
    parameters.add(archived);
    Windows.add(conditions, where, parameters);
    return number(
        "SELECT STRAIGHT_JOIN COUNT(*) FROM (SELECT DISTINCT id FROM ("
            + source.text()
            + ") s) d JOIN customer c ON c.id = d.id"
            + " LEFT JOIN customer_ext e ON e.customer_id = c.id WHERE "
            + where,
        parameters);
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

  private int number(String text, List<Object> parameters) {
    List<Integer> one = new ArrayList<>();
    PlainSql.select(work.sql(), text, parameters, row -> one.add(row.getInt(1)));
    return one.getFirst();
  }
}

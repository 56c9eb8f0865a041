package app.quen.record.internal;

import app.quen.access.Access;
import app.quen.access.Policy;
import app.quen.access.Sight;
import app.quen.customer.CustomerQuery.Filter;
import app.quen.customer.CustomerQuery.Operator;
import app.quen.database.Work;
import app.quen.field.Catalogue;
import app.quen.field.FieldUse;
import app.quen.field.Fields;
import app.quen.field.Invalid;
import app.quen.field.Problem;
import app.quen.record.RecordQuery;
import app.quen.record.RecordType;
import app.quen.record.RecordType.Driver;
import app.quen.record.RecordType.Sort;
import app.quen.text.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * Finds a page with bounded work: an index that keeps the order is read window by window, and each
 * row there is held against the other conditions, until the page is full or enough was read. Then
 * the page is shorter than asked for, and the next one goes on.
 */
@ApplicationScoped
class Listing {

  private static final int FIRST_WINDOW = 256;
  private static final int MOST_EXAMINED = 20_000;

  private static final Sort BY_MAKING = new Sort("createdAt", "id", null, true);
  private static final Sort BY_TRASHING = new Sort("deletedAt", "deleted_at", null, true);

  @Inject Work work;
  @Inject Access access;
  @Inject Fields fields;
  @Inject FieldUse use;
  @Inject Policy policy;

  /** The ids of a page. */
  record Found(List<UUID> ids, @Nullable String nextCursor) {}

  /** Where a page ended. */
  private record Position(String key, UUID id) {}

  private record Row(UUID id, String key, boolean fits) {}

  /** The way through the table: an index, what it begins with, and its direction. */
  private record Way(
      Sort sort, boolean descending, String index, String start, @Nullable Driver driver) {}

  Found find(
      RecordType type, RecordQuery query, Catalogue catalogue, @Nullable String cursor, int limit) {
    Sight sight = policy.of(type.name());
    sight.requireFilterable(query.filters().stream().map(Filter::key).toList());
    if (query.sort() != null) {
      sight.requireSortable(query.sort().key());
    }
    List<Condition> conditions =
        new ArrayList<>(Conditions.of(type, query.filters(), catalogue, fields, access));
    if (!sight.everyRow()) {
      conditions.add(Condition.of(sight.rows("r")));
    }
    use.note(
        type.name(), query.filters().stream().map(Filter::key).toList(), FieldUse.Way.FILTERED);
    Way way = way(type, query);
    Position at = cursor == null ? null : decode(cursor, query);
    List<UUID> page = new ArrayList<>();
    Position last = null;
    int size = Math.max(FIRST_WINDOW, limit + 1);
    for (int examined = 0; examined < MOST_EXAMINED; examined += size) {
      List<Row> window = window(type, way, query.trashed(), conditions, at, size);
      for (Row row : window) {
        if (row.fits()) {
          if (page.size() == limit) {
            return new Found(page, encode(last, query));
          }
          page.add(row.id());
          last = new Position(row.key(), row.id());
        }
        at = new Position(row.key(), row.id());
      }
      if (window.size() < size) {
        return new Found(page, null);
      }
      size = 2000;
    }
    return new Found(page, encode(at, query));
  }

  private static Way way(RecordType type, RecordQuery query) {
    if (query.trashed()) {
      return new Way(BY_TRASHING, true, firstIndex(type), "r.deleted_at IS NOT NULL", null);
    }
    Sort sort = sort(type, query);
    boolean descending = query.sort() == null ? sort.descending() : query.sort().descending();
    if (sort.equals(type.sorts().get(0))) {
      for (Driver driver : type.drivers()) {
        if (driver.keys().stream().allMatch(key -> equal(query, key))) {
          return new Way(sort, descending, driver.index(), "TRUE", driver);
        }
      }
    }
    return sort.index() == null
        ? new Way(sort, descending, "PRIMARY", "TRUE", null)
        : new Way(sort, descending, sort.index(), "r.deleted_at IS NULL", null);
  }

  private static boolean equal(RecordQuery query, String key) {
    return query.filters().stream()
        .anyMatch(filter -> filter.key().equals(key) && filter.operator() == Operator.EQ);
  }

  private static String firstIndex(RecordType type) {
    return type.sorts().stream()
        .map(Sort::index)
        .filter(java.util.Objects::nonNull)
        .findFirst()
        .orElseThrow();
  }

  private static Sort sort(RecordType type, RecordQuery query) {
    if (query.sort() == null) {
      return type.sorts().get(0);
    }
    String key = query.sort().key();
    if (key.equals(BY_MAKING.key())) {
      return BY_MAKING;
    }
    return type.sorts().stream()
        .filter(sort -> sort.key().equals(key))
        .findFirst()
        .orElseThrow(
            () -> {
              String keys =
                  type.sorts().stream().map(Sort::key).collect(Collectors.joining(", "))
                      + ", "
                      + BY_MAKING.key();
              return invalid(
                  "sort",
                  "not-sortable",
                  "Không thể sắp xếp theo “%s”; chỉ được: %s.".formatted(key, keys),
                  "It is not possible to sort by “%s”; only by: %s.".formatted(key, keys));
            });
  }

  private List<Row> window(
      RecordType type,
      Way way,
      boolean trashed,
      List<Condition> conditions,
      @Nullable Position at,
      int size) {
    String column = "r." + way.sort().column();
    List<Object> values = new ArrayList<>();
    List<String> fits = new ArrayList<>();
    fits.add(trashed ? "r.deleted_at IS NOT NULL" : "r.deleted_at IS NULL");
    for (Condition condition : conditions) {
      fits.add("(" + condition.sql() + ")");
      values.addAll(condition.values());
    }
    String where = start(type, way, conditions, values);
    String beyond = way.descending() ? "<" : ">";
    if (at != null) {
      where +=
          " AND %s %s= ? AND (%s %s ? OR r.id %s ?)"
              .formatted(column, beyond, column, beyond, beyond);
      values.add(at.key());
      values.add(at.key());
      values.add(at.id().toString());
    }
    String direction = way.descending() ? " DESC" : "";
    String sql =
        "SELECT r.id, %s, %s FROM %s r FORCE INDEX (%s) WHERE %s ORDER BY %s%s, r.id%s LIMIT %d"
            .formatted(
                column,
                String.join(" AND ", fits),
                type.table(),
                way.index(),
                where,
                column,
                direction,
                direction,
                size);
    try (Query query = work.sql().createQuery(sql)) {
      int position = 0;
      for (Object value : values) {
        query.bind(position++, value);
      }
      return query
          .map(
              (row, context) ->
                  new Row(row.getObject(1, UUID.class), row.getString(2), row.getBoolean(3)))
          .list();
    }
  }

  /** What the index begins with; of a driver it is the filter's own condition. */
  private static String start(
      RecordType type, Way way, List<Condition> conditions, List<Object> values) {
    if (way.driver() == null) {
      return way.start();
    }
    List<String> start = new ArrayList<>();
    for (String key : way.driver().keys()) {
      String equal = "r." + type.column(key) + " = ?";
      Condition condition =
          conditions.stream().filter(one -> one.sql().equals(equal)).findFirst().orElseThrow();
      values.addAll(condition.values());
      start.add(equal);
    }
    return String.join(" AND ", start);
  }

  private static @Nullable String encode(@Nullable Position at, RecordQuery query) {
    if (at == null) {
      return null;
    }
    String text = query.toString().hashCode() + "|" + at.id() + "|" + at.key();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Position decode(String cursor, RecordQuery query) {
    try {
      String[] parts =
          new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split("\\|", 3);
      if (Integer.parseInt(parts[0]) == query.toString().hashCode()) {
        return new Position(parts[2], UUID.fromString(parts[1]));
      }
    } catch (RuntimeException e) {
      // falls through: it is none of ours
    }
    throw invalid(
        "cursor",
        "unknown",
        "Trang này không thuộc danh sách này; hãy mở lại từ đầu.",
        "This page does not belong to this list; read it from its beginning.");
  }

  private static Invalid invalid(String field, String code, String vi, String en) {
    return new Invalid(List.of(new Problem(field, code, new Text(vi, en))));
  }
}

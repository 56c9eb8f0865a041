package app.quen.order.internal;

import static app.quen.order.internal.Amounts.problem;

import app.quen.access.Policy;
import app.quen.access.Sight;
import app.quen.customer.CustomerQuery.Filter;
import app.quen.customer.CustomerQuery.Operator;
import app.quen.customer.CustomerQuery.Sort;
import app.quen.database.Work;
import app.quen.field.Catalogue;
import app.quen.field.FieldUse;
import app.quen.field.Fields;
import app.quen.field.Invalid;
import app.quen.order.OrderPage;
import app.quen.order.OrderQuery;
import app.quen.order.OrderView;
import app.quen.order.internal.OrderCriteria.Condition;
import app.quen.setting.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * Finds a page of orders with bounded work, however many there are: along an index that keeps the
 * order, window by window, until the page is full or enough was read. One customer's orders, and
 * those whose number begins with what was asked, are few enough to be read at once.
 */
@ApplicationScoped
public class OrderFinding {

  private static final int MOST_WINDOW = 1_000;
  private static final int MOST_EXAMINED = 20_000;
  private static final int EXPORTED_AT_ONCE = 200;

  @Inject Work work;
  @Inject OrderRows rows;
  @Inject Fields fields;
  @Inject Settings settings;
  @Inject FieldUse use;
  @Inject Policy policy;

  private record Along(String column, String index, boolean descending) {

    String direction() {
      return descending ? " DESC" : "";
    }

    String beyond() {
      return descending ? "<" : ">";
    }
  }

  /**
   * @param fits whether the conditions hold
   */
  private record Entry(UUID id, String key, boolean fits) {}

  /** Page by page, each in its own transaction; with all lines. */
  public void all(OrderQuery query, Consumer<List<OrderView>> taken) {
    @Nullable String cursor = null;
    do {
      String from = cursor;
      OrderPage page = work.transact(() -> find(query, from, EXPORTED_AT_ONCE, true));
      taken.accept(page.items());
      cursor = page.nextCursor();
    } while (cursor != null);
  }

  public OrderPage find(OrderQuery query, @Nullable String cursorText, int limit) {
    return find(query, cursorText, limit, false);
  }

  private OrderPage find(
      OrderQuery query, @Nullable String cursorText, int limit, boolean allLines) {
    Catalogue catalogue = fields.catalogue(Orders.RECORD);
    Sight sight = policy.of(Orders.RECORD);
    sight.requireFilterable(query.filters().stream().map(Filter::key).toList());
    if (query.sort() != null) {
      sight.requireSortable(query.sort().key());
    }
    List<Condition> conditions =
        OrderCriteria.of(query.filters(), catalogue, fields, settings.current());
    if (!sight.everyRow()) {
      conditions = with(conditions, new Condition(sight.rows("o"), List.of()));
    }
    use.note(
        Orders.RECORD, query.filters().stream().map(Filter::key).toList(), FieldUse.Way.FILTERED);
    Along along = along(query.sort());
    OrderCursor at = OrderCursor.decode(cursorText, query);
    if (query.number() != null) {
      String prefix = OrderCriteria.escaped(OrderRules.key(query.number())) + "%";
      conditions = with(conditions, new Condition("o.number_key LIKE ?", List.of(prefix)));
      return few(query, conditions, "sales_order_number", along, at, limit, allLines);
    }
    if (query.filters().stream().anyMatch(OrderFinding::isOneCustomer)) {
      return few(query, conditions, "sales_order_by_customer", along, at, limit, allLines);
    }
    return scanned(query, conditions, along, at, limit, allLines);
  }

  private static boolean isOneCustomer(Filter filter) {
    return filter.key().equals("customerId") && filter.operator() == Operator.EQ;
  }

  private static List<Condition> with(List<Condition> conditions, Condition more) {
    List<Condition> all = new ArrayList<>(conditions);
    all.add(more);
    return all;
  }

  private static Along along(@Nullable Sort sort) {
    String key = sort == null ? "placedAt" : sort.key();
    boolean descending = sort == null || sort.descending();
    return switch (key) {
      case "placedAt" -> new Along("placed_at", "sales_order_by_place", descending);
      case "updatedAt" -> new Along("updated_at", "sales_order_by_update", descending);
      case "total" -> new Along("total", "sales_order_by_total", descending);
      default ->
          throw new Invalid(
              List.of(
                  problem(
                      "sort",
                      "not-sortable",
                      "Không thể sắp xếp theo “" + key + "”.",
                      "It is not possible to sort by “" + key + "”.")));
    };
  }

  private OrderPage few(
      OrderQuery query,
      List<Condition> conditions,
      String index,
      Along along,
      @Nullable OrderCursor at,
      int limit,
      boolean allLines) {
    List<Object> values = new ArrayList<>();
    StringBuilder where = new StringBuilder("o.deleted = ?");
    values.add(query.trash());
    for (Condition condition : conditions) {
      where.append(" AND ").append(condition.sql());
      values.addAll(condition.values());
    }
    List<Entry> found =
        entries("TRUE", List.of(), index, where.toString(), values, along, at, limit + 1);
    List<Entry> page = found.subList(0, Math.min(limit, found.size()));
    return page(query, page, found.size() > limit ? page.getLast() : null, allLines);
  }

  private OrderPage scanned(
      OrderQuery query,
      List<Condition> conditions,
      Along along,
      @Nullable OrderCursor cursor,
      int limit,
      boolean allLines) {
    StringBuilder fits = new StringBuilder("TRUE");
    List<Object> values = new ArrayList<>();
    for (Condition condition : conditions) {
      fits.append(" AND ").append(condition.sql());
      values.addAll(condition.values());
    }
    int size = conditions.isEmpty() ? limit + 1 : Math.max(limit + 1, 256);
    List<Entry> page = new ArrayList<>();
    OrderCursor at = cursor;
    Entry last = null;
    for (int examined = 0; examined < MOST_EXAMINED; ) {
      List<Entry> window =
          entries(
              fits.toString(),
              values,
              along.index(),
              "o.deleted = ?",
              List.of(query.trash()),
              along,
              at,
              size);
      for (Entry entry : window) {
        if (entry.fits()) {
          if (page.size() == limit) {
            return page(query, page, last, allLines);
          }
          page.add(entry);
        }
        last = entry;
      }
      if (window.size() < size || last == null) {
        return page(query, page, null, allLines);
      }
      at = new OrderCursor(last.key(), last.id());
      examined += size;
      size = MOST_WINDOW;
    }
    return page(query, page, last, allLines);
  }

  private OrderPage page(
      OrderQuery query, List<Entry> entries, @Nullable Entry last, boolean allLines) {
    Sight sight = policy.of(Orders.RECORD);
    return new OrderPage(
        rows.read(entries.stream().map(Entry::id).toList(), allLines).stream()
            .map(order -> SeenOrder.of(order, sight))
            .toList(),
        last == null ? null : new OrderCursor(last.key(), last.id()).encode(query));
  }

  private List<Entry> entries(
      String fits,
      List<Object> ofFits,
      String index,
      String where,
      List<Object> ofWhere,
      Along along,
      @Nullable OrderCursor at,
      int size) {
    List<Object> values = new ArrayList<>(ofFits);
    values.addAll(ofWhere);
    String beyond = "";
    if (at != null) {
      beyond =
          " AND o.%1$s %2$s= ? AND (o.%1$s %2$s ? OR o.id %2$s ?)"
              .formatted(along.column(), along.beyond());
      Object key = along.column().equals("total") ? at.amount() : at.key();
      values.addAll(List.of(key, key, at.id()));
    }
    Query query =
        work.sql()
            .createQuery(
                "SELECT o.id, o.%1$s, (%2$s) FROM sales_order o FORCE INDEX (%3$s) WHERE %4$s%5$s ORDER BY o.%1$s%6$s, o.id%6$s LIMIT %7$d"
                    .formatted(
                        along.column(), fits, index, where, beyond, along.direction(), size));
    for (int i = 0; i < values.size(); i++) {
      query.bind(i, values.get(i));
    }
    return query
        .map(
            (row, context) ->
                new Entry(row.getObject(1, UUID.class), row.getString(2), row.getBoolean(3)))
        .list();
  }
}

package app.quen.order.internal;

import app.quen.access.Actor;
import app.quen.access.WithoutSight;
import app.quen.database.PlainSql;
import app.quen.database.Work;
import app.quen.order.OrderView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes the rows of orders, of one and of many in the same way. */
@WithoutSight(because = "it only writes")
@ApplicationScoped
public class OrderWriter {

  private static final String[] OWN_ROW = {
    "id",
    "version",
    "number",
    "number_key",
    "kind",
    "customer_id",
    "placed_at",
    "state",
    "channel",
    "store",
    "currency",
    "discount",
    "shipping",
    "tax",
    "total",
    "paid",
    "returned",
    "line_count",
    "return_count",
    "returns",
    "note",
    "source_id",
    "field_values",
    "import_id",
    "history",
    "created_at",
    "created_by_kind",
    "created_by_id",
    "created_by_name",
    "updated_at",
    "updated_by_kind",
    "updated_by_id",
    "updated_by_name",
    "deleted_at",
    "deleted_by_kind",
    "deleted_by_id",
    "deleted_by_name"
  };

  private static final String UPDATE =
      "UPDATE sales_order SET " + String.join(" = ?, ", OWN_ROW) + " = ? WHERE id = ?";

  @Inject Work work;

  /** An order to be written. */
  record Row(OrderView order, String history, @Nullable UUID importId, JsonObject values) {}

  void insert(Collection<Row> rows) {
    ManyRows own = new ManyRows("sales_order", OWN_ROW);
    rows.forEach(row -> own.add(values(row)));
    own.insert(work.sql());
    insertLines(rows.stream().map(Row::order).toList(), 0);
    insertPayments(rows.stream().map(Row::order).toList());
  }

  /** Overwrites the order's own row; the caller holds its lock. */
  void update(Row row) {
    List<@Nullable Object> values = new ArrayList<>(Arrays.asList(values(row)));
    values.add(row.order().id().value());
    PlainSql.execute(work.sql(), UPDATE, values);
  }

  void replaceLines(OrderView order) {
    delete("order_line", order.id().value());
    insertLines(List.of(order), 0);
  }

  void replacePayments(OrderView order) {
    delete("order_payment", order.id().value());
    insertPayments(List.of(order));
  }

  /** Adds the lines from this position on. */
  void insertLines(Collection<OrderView> orders, int after) {
    ManyRows lines =
        new ManyRows(
            "order_line",
            "order_id",
            "position",
            "sku",
            "name",
            "quantity",
            "unit_price",
            "discount",
            "tax",
            "total",
            "returned_quantity");
    for (OrderView order : orders) {
      for (OrderView.Line line : order.lines()) {
        if (line.position() > after) {
          lines.add(
              order.id().value(),
              line.position(),
              line.sku(),
              line.name(),
              line.quantity(),
              line.unitPrice(),
              line.discount(),
              line.tax(),
              line.total(),
              line.returnedQuantity());
        }
      }
    }
    lines.insert(work.sql());
  }

  private void insertPayments(Collection<OrderView> orders) {
    ManyRows payments =
        new ManyRows(
            "order_payment", "order_id", "position", "at", "method", "amount", "reference");
    for (OrderView order : orders) {
      int position = 1;
      for (OrderView.Payment payment : order.payments()) {
        payments.add(
            order.id().value(),
            position++,
            utc(payment.at()),
            payment.method(),
            payment.amount(),
            payment.reference());
      }
    }
    payments.insert(work.sql());
  }

  private void delete(String table, UUID order) {
    PlainSql.execute(work.sql(), "DELETE FROM " + table + " WHERE order_id = ?", List.of(order));
  }

  private static @Nullable Object[] values(Row row) {
    OrderView order = row.order();
    Actor creator = order.createdBy();
    Actor updater = order.updatedBy();
    Actor deleter = order.deletedBy();
    return new Object[] {
      order.id().value(),
      order.version(),
      order.number(),
      OrderRules.key(order.number()),
      order.kind(),
      order.customerId(),
      utc(order.placedAt()),
      order.state(),
      order.channel(),
      order.store(),
      order.currency(),
      order.discount(),
      order.shipping(),
      order.tax(),
      order.total(),
      order.paid(),
      order.returned(),
      order.lineCount(),
      order.returns().size(),
      order.returns().isEmpty() ? null : OrderShape.returns(order.returns()).build().toString(),
      order.note(),
      order.sourceId(),
      row.values().isEmpty() ? null : row.values().toString(),
      row.importId(),
      row.history(),
      utc(order.createdAt()),
      creator.kind().name(),
      creator.id(),
      creator.name(),
      utc(order.updatedAt()),
      updater.kind().name(),
      updater.id(),
      updater.name(),
      utc(order.deletedAt()),
      deleter == null ? null : deleter.kind().name(),
      deleter == null ? null : deleter.id(),
      deleter == null ? null : deleter.name()
    };
  }

  private static @Nullable LocalDateTime utc(@Nullable Instant instant) {
    return instant == null ? null : LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
  }
}

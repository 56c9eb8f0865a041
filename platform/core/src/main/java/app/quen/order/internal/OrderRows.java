package app.quen.order.internal;

import app.quen.access.ActorColumns;
import app.quen.access.WithoutSight;
import app.quen.database.PlainSql;
import app.quen.database.Utc;
import app.quen.database.Work;
import app.quen.field.Catalogue;
import app.quen.field.Fields;
import app.quen.field.StoredValues;
import app.quen.order.OrderId;
import app.quen.order.OrderView;
import app.quen.order.OrderView.Line;
import app.quen.order.OrderView.Payment;
import app.quen.order.OrderView.Return;
import app.quen.order.OrderView.ReturnedLine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads orders with all that belongs to them: four queries, however many orders. */
@WithoutSight(
    because =
        "it reads whole orders for those who write them; Orders, OrderFinding and "
            + "OrderTimeline show them through SeenOrder")
@ApplicationScoped
public class OrderRows {

  private static final String RECORD = "order";

  /** So many of its lines an order shows in a list. */
  static final int FIRST_LINES = 5;

  /** Without its history, which is as long as the order is old. */
  private static final String SHOWN =
      "id, version, number, kind, customer_id, placed_at, state, channel, store, currency,"
          + " line_count, discount, shipping, tax, total, paid, returns, returned, note, source_id,"
          + " field_values, created_at, created_by_kind, created_by_id, created_by_name,"
          + " updated_at, updated_by_kind, updated_by_id, updated_by_name, deleted_at,"
          + " deleted_by_kind, deleted_by_id, deleted_by_name";

  @Inject Work work;
  @Inject Fields fields;
  @Inject StoredValues storedValues;

  /**
   * An order as it is stored.
   *
   * @param values all of its fields' values, hidden ones too
   */
  record Stored(OrderView order, String history, @Nullable UUID importId, JsonObject values) {}

  /** Those of the ids that exist, in the order of the ids. */
  List<OrderView> read(Collection<UUID> ids, boolean allLines) {
    return read(ids, allLines, SHOWN, (order, values, row) -> order);
  }

  List<Stored> stored(Collection<UUID> ids, boolean allLines) {
    return read(
        ids,
        allLines,
        "*",
        (order, values, row) ->
            new Stored(
                order, row.getString("history"), row.getObject("import_id", UUID.class), values));
  }

  private interface Taking<T> {
    T take(OrderView order, JsonObject values, ResultSet row) throws SQLException;
  }

  private <T> List<T> read(
      Collection<UUID> ids, boolean allLines, String columns, Taking<T> taking) {
    if (ids.isEmpty()) {
      return List.of();
    }
    Map<UUID, List<Line>> lines = new HashMap<>();
    PlainSql.read(
        work.sql(),
        "SELECT * FROM order_line WHERE order_id IN (%s)"
            + (allLines ? "" : " AND position <= " + FIRST_LINES)
            + " ORDER BY order_id, position",
        ids,
        row ->
            lines
                .computeIfAbsent(id(row, "order_id"), k -> new ArrayList<>())
                .add(
                    new Line(
                        row.getInt("position"),
                        row.getString("sku"),
                        row.getString("name"),
                        row.getBigDecimal("quantity"),
                        row.getBigDecimal("unit_price"),
                        row.getBigDecimal("discount"),
                        row.getBigDecimal("tax"),
                        row.getBigDecimal("total"),
                        row.getBigDecimal("returned_quantity"))));
    Map<UUID, List<Payment>> payments = new HashMap<>();
    PlainSql.read(
        work.sql(),
        "SELECT * FROM order_payment WHERE order_id IN (%s) ORDER BY order_id, position",
        ids,
        row ->
            payments
                .computeIfAbsent(id(row, "order_id"), k -> new ArrayList<>())
                .add(
                    new Payment(
                        at(row, "at"),
                        row.getString("method"),
                        row.getBigDecimal("amount"),
                        row.getString("reference"))));
    Catalogue catalogue = fields.catalogue(RECORD);
    Map<UUID, JsonObject> opened = opened(ids, catalogue);
    Map<UUID, T> found = new HashMap<>();
    PlainSql.read(
        work.sql(),
        "SELECT " + columns + " FROM sales_order WHERE id IN (%s)",
        ids,
        row -> {
          UUID id = id(row, "id");
          String written = row.getString("field_values");
          JsonObject values = written == null ? JsonValue.EMPTY_JSON_OBJECT : object(written);
          OrderView order =
              view(
                  id,
                  row,
                  lines.getOrDefault(id, List.of()),
                  payments.getOrDefault(id, List.of()),
                  opened.containsKey(id) ? opened.get(id) : visible(id, values, catalogue));
          found.put(id, taking.take(order, values, row));
        });
    return ids.stream().map(found::get).filter(Objects::nonNull).toList();
  }

  /** Where there are sensitive fields, all are opened at once and not each for itself. */
  private Map<UUID, JsonObject> opened(Collection<UUID> ids, Catalogue catalogue) {
    if (catalogue.secrets().isEmpty()) {
      return Map.of();
    }
    Map<UUID, JsonObject> stored = new HashMap<>();
    PlainSql.read(
        work.sql(),
        "SELECT id, field_values FROM sales_order WHERE field_values IS NOT NULL AND id IN (%s)",
        ids,
        row -> stored.put(id(row, "id"), object(row.getString(2))));
    return storedValues.visible(RECORD, catalogue, stored);
  }

  private JsonObject visible(UUID id, JsonObject stored, Catalogue catalogue) {
    return stored.isEmpty()
        ? stored
        : Objects.requireNonNull(
            storedValues.visible(RECORD, catalogue, Map.of(id, stored)).get(id));
  }

  private static OrderView view(
      UUID id, ResultSet row, List<Line> lines, List<Payment> payments, JsonObject values)
      throws SQLException {
    Instant deletedAt = row.getObject("deleted_at") == null ? null : at(row, "deleted_at");
    String returns = row.getString("returns");
    return new OrderView(
        new OrderId(id),
        row.getInt("version"),
        row.getString("number"),
        row.getString("kind"),
        row.getObject("customer_id", UUID.class),
        at(row, "placed_at"),
        row.getString("state"),
        row.getString("channel"),
        row.getString("store"),
        row.getString("currency"),
        lines,
        row.getInt("line_count"),
        row.getBigDecimal("discount"),
        row.getBigDecimal("shipping"),
        row.getBigDecimal("tax"),
        row.getBigDecimal("total"),
        payments,
        row.getBigDecimal("paid"),
        returns == null ? List.of() : returns(returns),
        row.getBigDecimal("returned"),
        row.getString("note"),
        row.getObject("source_id", UUID.class),
        values,
        at(row, "created_at"),
        ActorColumns.of(row, "created_by"),
        at(row, "updated_at"),
        ActorColumns.of(row, "updated_by"),
        deletedAt,
        deletedAt == null ? null : ActorColumns.of(row, "deleted_by"));
  }

  private static List<Return> returns(String text) {
    List<Return> returns = new ArrayList<>();
    for (JsonObject goods : OrderChanges.array(text).getValuesAs(JsonObject.class)) {
      List<ReturnedLine> lines = new ArrayList<>();
      for (JsonObject line : goods.getJsonArray("lines").getValuesAs(JsonObject.class)) {
        lines.add(new ReturnedLine(line.getInt("position"), number(line, "quantity")));
      }
      returns.add(
          new Return(
              Instant.parse(goods.getString("at")),
              lines,
              number(goods, "amount"),
              goods.getString("reason", null)));
    }
    return returns;
  }

  private static BigDecimal number(JsonObject json, String name) {
    return json.getJsonNumber(name).bigDecimalValue().setScale(Amounts.SCALE);
  }

  private static JsonObject object(String text) {
    try (var reader = OrderShape.JSON.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }

  static Instant at(ResultSet row, String column) throws SQLException {
    return Utc.at(row, column);
  }

  private static UUID id(ResultSet row, String column) throws SQLException {
    return row.getObject(column, UUID.class);
  }
}

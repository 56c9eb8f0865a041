package app.quen.order.internal;

import app.quen.access.Actor;
import app.quen.order.OrderDraft;
import app.quen.order.OrderView;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The JSON of an order: the one shape that the API, facts and patches share. */
public final class OrderShape {

  private static final Set<String> KNOWN =
      Set.of(
          "number",
          "customerId",
          "placedAt",
          "state",
          "channel",
          "store",
          "currency",
          "lines",
          "discount",
          "shipping",
          "tax",
          "payments",
          "note",
          "sourceId",
          "fields");

  /** What the system says of an order; nobody writes it. */
  private static final Set<String> SYSTEM =
      Set.of(
          "id",
          "version",
          "kind",
          "lineCount",
          "total",
          "paid",
          "returns",
          "returned",
          "createdAt",
          "createdBy",
          "updatedAt",
          "updatedBy",
          "deletedAt",
          "deletedBy");

  private static final Set<String> OF_LINE =
      Set.of("sku", "name", "quantity", "unitPrice", "discount", "tax");
  private static final Set<String> SYSTEM_OF_LINE = Set.of("position", "total", "returnedQuantity");
  private static final Set<String> OF_PAYMENT = Set.of("at", "method", "amount", "reference");
  private static final Set<String> OF_RETURN = Set.of("at", "lines", "amount", "reason");
  private static final Set<String> OF_RETURNED = Set.of("position", "quantity");

  /** Kept: the methods of Json look the provider up at each call. */
  static final JsonProvider JSON = JsonProvider.provider();

  private OrderShape() {}

  public static JsonObject json(OrderView order) {
    JsonObjectBuilder json = JSON.createObjectBuilder();
    json.add("id", order.id().toString());
    json.add("kind", order.kind());
    addHead(json, order);
    json.add("lines", lines(order.lines(), true));
    json.add("lineCount", order.lineCount());
    json.add("total", plain(order.total()));
    json.add("payments", payments(order.payments()));
    json.add("paid", plain(order.paid()));
    json.add("returns", returns(order.returns()));
    json.add("returned", plain(order.returned()));
    json.add("createdAt", order.createdAt().toString());
    json.add("createdBy", json(order.createdBy()));
    json.add("updatedAt", order.updatedAt().toString());
    json.add("updatedBy", json(order.updatedBy()));
    put(json, "deletedAt", order.deletedAt());
    if (order.deletedBy() != null) {
      json.add("deletedBy", json(order.deletedBy()));
    }
    json.add("version", order.version());
    return json.build();
  }

  /** Only what people write. */
  static JsonObject content(OrderView order) {
    JsonObjectBuilder json = JSON.createObjectBuilder();
    addHead(json, order);
    json.add("lines", lines(order.lines(), false));
    json.add("payments", payments(order.payments()));
    return json.build();
  }

  private static void addHead(JsonObjectBuilder json, OrderView order) {
    json.add("number", order.number());
    put(json, "customerId", order.customerId());
    json.add("placedAt", order.placedAt().toString());
    json.add("state", order.state());
    put(json, "channel", order.channel());
    put(json, "store", order.store());
    json.add("currency", order.currency());
    json.add("discount", plain(order.discount()));
    json.add("shipping", plain(order.shipping()));
    json.add("tax", plain(order.tax()));
    put(json, "note", order.note());
    put(json, "sourceId", order.sourceId());
    json.add("fields", order.fields());
  }

  static JsonArrayBuilder lines(List<OrderView.Line> lines, boolean system) {
    JsonArrayBuilder json = JSON.createArrayBuilder();
    for (OrderView.Line line : lines) {
      JsonObjectBuilder one = JSON.createObjectBuilder();
      if (system) {
        one.add("position", line.position());
      }
      put(one, "sku", line.sku());
      put(one, "name", line.name());
      one.add("quantity", plain(line.quantity()));
      one.add("unitPrice", plain(line.unitPrice()));
      one.add("discount", plain(line.discount()));
      one.add("tax", plain(line.tax()));
      if (system) {
        one.add("total", plain(line.total()));
        one.add("returnedQuantity", plain(line.returnedQuantity()));
      }
      json.add(one);
    }
    return json;
  }

  static JsonArrayBuilder payments(List<OrderView.Payment> payments) {
    JsonArrayBuilder json = JSON.createArrayBuilder();
    for (OrderView.Payment payment : payments) {
      JsonObjectBuilder one = JSON.createObjectBuilder().add("at", payment.at().toString());
      one.add("method", payment.method()).add("amount", plain(payment.amount()));
      put(one, "reference", payment.reference());
      json.add(one);
    }
    return json;
  }

  static JsonArrayBuilder returns(List<OrderView.Return> returns) {
    JsonArrayBuilder json = JSON.createArrayBuilder();
    for (OrderView.Return goods : returns) {
      JsonArrayBuilder lines = JSON.createArrayBuilder();
      for (OrderView.ReturnedLine line : goods.lines()) {
        lines.add(
            JSON.createObjectBuilder()
                .add("position", line.position())
                .add("quantity", plain(line.quantity())));
      }
      JsonObjectBuilder one = JSON.createObjectBuilder().add("at", goods.at().toString());
      one.add("lines", lines).add("amount", plain(goods.amount()));
      put(one, "reason", goods.reason());
      json.add(one);
    }
    return json;
  }

  static JsonObjectBuilder json(Actor actor) {
    JsonObjectBuilder json =
        JSON.createObjectBuilder().add("kind", actor.kind().name().toLowerCase(Locale.ROOT));
    put(json, "id", actor.id());
    return json.add("name", actor.name());
  }

  /** Without the zeros that only say how the database stores it: 12.5000 is 12.5. */
  static BigDecimal plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  static void put(JsonObjectBuilder json, String name, @Nullable Object value) {
    if (value != null) {
      json.add(name, value.toString());
    }
  }

  public static OrderDraft read(JsonObject order) {
    Members members = new Members(order).only(KNOWN, SYSTEM);
    OrderDraft draft =
        new OrderDraft(
            members.text("number"),
            members.id("customerId"),
            members.instant("placedAt"),
            members.text("state"),
            members.text("channel"),
            members.text("store"),
            members.text("currency"),
            members.each("lines", (line, i) -> line(line)),
            members.number("discount"),
            members.number("shipping"),
            members.number("tax"),
            members.each("payments", (payment, i) -> payment(payment)),
            members.text("note"),
            members.id("sourceId"),
            members.object("fields"));
    members.end();
    return draft;
  }

  private static OrderDraft.Line line(Members line) {
    line.only(OF_LINE, SYSTEM_OF_LINE);
    return new OrderDraft.Line(
        line.text("sku"),
        line.text("name"),
        line.number("quantity"),
        line.number("unitPrice"),
        line.number("discount"),
        line.number("tax"));
  }

  public static OrderDraft.Payment payment(JsonObject json) {
    Members members = new Members(json);
    OrderDraft.Payment payment = payment(members);
    members.end();
    return payment;
  }

  private static OrderDraft.Payment payment(Members payment) {
    payment.only(OF_PAYMENT, Set.of());
    return new OrderDraft.Payment(
        payment.instant("at"),
        payment.text("method"),
        payment.number("amount"),
        payment.text("reference"));
  }

  public static OrderDraft.Return goods(JsonObject json) {
    Members members = new Members(json).only(OF_RETURN, Set.of());
    OrderDraft.Return goods =
        new OrderDraft.Return(
            members.instant("at"),
            members.each("lines", (line, i) -> returned(line)),
            members.number("amount"),
            members.text("reason"));
    members.end();
    return goods;
  }

  static OrderView.ReturnedLine returned(Members line) {
    line.only(OF_RETURNED, Set.of());
    BigDecimal position = line.number("position");
    BigDecimal quantity = line.number("quantity");
    return new OrderView.ReturnedLine(
        position == null ? 0 : position.intValue(), quantity == null ? BigDecimal.ZERO : quantity);
  }
}

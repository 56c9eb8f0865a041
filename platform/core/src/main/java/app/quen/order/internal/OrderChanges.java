package app.quen.order.internal;

import app.quen.access.Actor;
import app.quen.customer.Source;
import app.quen.order.OrderView;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a change of an order changed, as facts tell it and as the order itself remembers it. */
final class OrderChanges {

  /** Lines beyond so many are told by their count. */
  private static final int TOLD_LINES = 20;

  /** The order forgets older ones, but never how it began. */
  private static final int REMEMBERED = 100;

  private static final JsonProvider JSON = OrderShape.JSON;

  private OrderChanges() {}

  static JsonArray between(@Nullable OrderView before, OrderView after) {
    boolean lines = before != null && told(before) && told(after);
    Map<String, JsonValue> old = before == null ? Map.of() : flat(before, lines);
    Map<String, JsonValue> now = flat(after, lines);
    Set<String> keys = new LinkedHashSet<>(now.keySet());
    keys.addAll(old.keySet());
    JsonArrayBuilder changes = JSON.createArrayBuilder();
    for (String key : keys) {
      JsonValue was = old.getOrDefault(key, JsonValue.NULL);
      JsonValue is = now.getOrDefault(key, JsonValue.NULL);
      if (!was.equals(is)) {
        changes.add(
            JSON.createObjectBuilder().add("field", key).add("before", was).add("after", is));
      }
    }
    return changes.build();
  }

  private static boolean told(OrderView order) {
    return order.lines().size() == order.lineCount() && order.lineCount() <= TOLD_LINES;
  }

  private static Map<String, JsonValue> flat(OrderView order, boolean lines) {
    JsonObjectBuilder json = JSON.createObjectBuilder();
    json.add("number", order.number());
    OrderShape.put(json, "customerId", order.customerId());
    json.add("placedAt", order.placedAt().toString());
    json.add("state", order.state());
    OrderShape.put(json, "channel", order.channel());
    OrderShape.put(json, "store", order.store());
    json.add("lineCount", order.lineCount());
    json.add("total", OrderShape.plain(order.total()));
    amount(json, "discount", order.discount());
    amount(json, "shipping", order.shipping());
    amount(json, "tax", order.tax());
    amount(json, "paid", order.paid());
    amount(json, "returned", order.returned());
    OrderShape.put(json, "note", order.note());
    OrderShape.put(json, "sourceId", order.sourceId());
    OrderShape.put(json, "deletedAt", order.deletedAt());
    if (lines) {
      json.add("lines", OrderShape.lines(order.lines(), false));
    }
    if (!order.payments().isEmpty()) {
      json.add("payments", OrderShape.payments(order.payments()));
    }
    if (!order.returns().isEmpty()) {
      json.add("returns", OrderShape.returns(order.returns()));
    }
    Map<String, JsonValue> flat = new LinkedHashMap<>(json.build());
    flat.putAll(order.fields());
    return flat;
  }

  private static void amount(JsonObjectBuilder json, String name, java.math.BigDecimal amount) {
    if (amount.signum() != 0) {
      json.add(name, OrderShape.plain(amount));
    }
  }

  /** The payload of a fact. */
  static JsonObject payload(OrderView order, Source source, JsonArray changes) {
    JsonObjectBuilder json = JSON.createObjectBuilder();
    OrderShape.put(json, "customerId", order.customerId());
    return json.add("number", order.number())
        .add("changes", changes)
        .add("source", source.json())
        .add("version", order.version())
        .build();
  }

  /** The order's memory with one more entry. */
  static String remembered(
      @Nullable String history,
      String type,
      OrderView order,
      Actor actor,
      Instant at,
      Source source,
      JsonArray changes) {
    JsonObject entry =
        JSON.createObjectBuilder()
            .add("id", UUID.randomUUID().toString())
            .add("at", at.toString())
            .add("actor", OrderShape.json(actor))
            .add("type", type)
            .add("source", source.json())
            .add("version", order.version())
            .add("changes", changes)
            .build();
    JsonArrayBuilder all = JSON.createArrayBuilder();
    List<JsonValue> known = history == null ? List.of() : array(history);
    for (int i = 0; i < known.size(); i++) {
      if (i == 0 || i > known.size() - REMEMBERED) {
        all.add(known.get(i));
      }
    }
    return all.add(entry).build().toString();
  }

  static JsonArray array(String text) {
    try (var reader = JSON.createReader(new StringReader(text))) {
      return reader.readArray();
    }
  }
}

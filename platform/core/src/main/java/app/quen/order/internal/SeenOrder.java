package app.quen.order.internal;

import app.quen.access.Sight;
import app.quen.order.OrderDraft;
import app.quen.order.OrderView;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An order without what somebody does not see. Its sums and lines are seen with it. */
final class SeenOrder {

  private SeenOrder() {}

  static OrderView of(OrderView o, Sight sight) {
    if (sight.whole()) {
      return o;
    }
    return new OrderView(
        o.id(),
        o.version(),
        o.number(),
        o.kind(),
        o.customerId(),
        o.placedAt(),
        o.state(),
        sight.reads("channel") ? o.channel() : null,
        sight.text("store", o.store()),
        o.currency(),
        o.lines(),
        o.lineCount(),
        o.discount(),
        o.shipping(),
        o.tax(),
        o.total(),
        o.payments(),
        o.paid(),
        o.returns(),
        o.returned(),
        sight.text("note", o.note()),
        o.sourceId(),
        sight.values(o.fields()),
        o.createdAt(),
        o.createdBy(),
        o.updatedAt(),
        o.updatedBy(),
        o.deletedAt(),
        o.deletedBy());
  }

  /** Without the changes of what is not seen. */
  static JsonArray history(JsonArray history, Sight sight) {
    if (sight.whole()) {
      return history;
    }
    JsonArrayBuilder seen = OrderShape.JSON.createArrayBuilder();
    for (JsonObject entry : history.getValuesAs(JsonObject.class)) {
      JsonArray changes = entry.getJsonArray("changes");
      JsonArray told = sight.changes(changes);
      if (!told.isEmpty() || changes.isEmpty()) {
        seen.add(OrderShape.JSON.createObjectBuilder(entry).add("changes", told));
      }
    }
    return seen.build();
  }

  /** What is asked to be written, by field. */
  static Set<String> keys(JsonObject patch) {
    Set<String> keys = new LinkedHashSet<>(patch.keySet());
    keys.remove("fields");
    if (patch.get("fields") instanceof JsonObject fields) {
      keys.addAll(fields.keySet());
    }
    return keys;
  }

  static Set<String> keys(OrderDraft draft) {
    Set<String> keys = new LinkedHashSet<>();
    add(keys, "number", draft.number());
    add(keys, "placedAt", draft.placedAt());
    add(keys, "state", draft.state());
    add(keys, "channel", draft.channel());
    add(keys, "store", draft.store());
    add(keys, "currency", draft.currency());
    add(keys, "lines", draft.lines());
    add(keys, "discount", draft.discount());
    add(keys, "shipping", draft.shipping());
    add(keys, "tax", draft.tax());
    add(keys, "payments", draft.payments());
    add(keys, "note", draft.note());
    draft
        .fields()
        .forEach(
            (key, value) -> {
              if (value != JsonValue.NULL) {
                keys.add(key);
              }
            });
    return keys;
  }

  private static void add(Set<String> keys, String key, @Nullable Object said) {
    if (said != null && !(said instanceof Collection<?> many && many.isEmpty())) {
      keys.add(key);
    }
  }
}

package app.quen.customer.internal;

import app.quen.customer.CustomerView;
import app.quen.customer.Source;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a change changed, field by field, as facts tell it. */
final class Changes {

  /** Kept: the methods of Json look the provider up at each call. */
  private static final JsonProvider JSON = JsonProvider.provider();

  private static final Set<String> PARTS_OF_NAME = Set.of("familyName", "middleName", "givenName");

  private Changes() {}

  /** The payload of a fact: changes, source, and the version that the change made. */
  static JsonObject payload(int version, Source source, JsonArray changes) {
    return JSON.createObjectBuilder()
        .add("changes", changes)
        .add("source", source.json())
        .add("version", version)
        .build();
  }

  static JsonArray between(@Nullable CustomerView before, CustomerView after) {
    Map<String, JsonValue> old = before == null ? Map.of() : flat(before);
    Map<String, JsonValue> now = flat(after);
    Set<String> keys = new LinkedHashSet<>(now.keySet());
    keys.addAll(old.keySet());
    boolean nameTold = !old.getOrDefault("name", JsonValue.NULL).equals(now.get("name"));
    JsonArrayBuilder changes = JSON.createArrayBuilder();
    for (String key : keys) {
      JsonValue was = old.getOrDefault(key, JsonValue.NULL);
      JsonValue is = now.getOrDefault(key, JsonValue.NULL);
      if (!was.equals(is) && !(nameTold && PARTS_OF_NAME.contains(key))) {
        changes.add(change(key, was, is));
      }
    }
    return changes.build();
  }

  /** Of a run that can be undone: with the parts of a name, which alone give the name back. */
  static Map<String, Values> values(CustomerView before, CustomerView after) {
    Map<String, JsonValue> old = flat(before);
    Map<String, JsonValue> now = flat(after);
    Set<String> keys = new LinkedHashSet<>(now.keySet());
    keys.addAll(old.keySet());
    Map<String, Values> changes = new LinkedHashMap<>();
    for (String key : keys) {
      JsonValue was = old.getOrDefault(key, JsonValue.NULL);
      JsonValue is = now.getOrDefault(key, JsonValue.NULL);
      if (!was.equals(is)) {
        changes.put(key, new Values(was, is));
      }
    }
    return changes;
  }

  /** A value before and after; JSON null for none. */
  record Values(JsonValue before, JsonValue after) {}

  static JsonArray ofTrash(@Nullable String before, @Nullable String after) {
    return JSON.createArrayBuilder().add(change("deletedAt", text(before), text(after))).build();
  }

  static JsonArray ofArchiving(@Nullable String before, @Nullable String after) {
    return JSON.createArrayBuilder().add(change("archivedAt", text(before), text(after))).build();
  }

  private static JsonObjectBuilder change(String field, JsonValue before, JsonValue after) {
    return JSON.createObjectBuilder().add("field", field).add("before", before).add("after", after);
  }

  private static JsonValue text(@Nullable String text) {
    return text == null ? JsonValue.NULL : JSON.createValue(text);
  }

  /** Values by field key; what is empty is left out. */
  static Map<String, JsonValue> flat(CustomerView customer) {
    Map<String, JsonValue> values = new LinkedHashMap<>();
    CustomerShape.content(customer)
        .forEach(
            (key, value) -> {
              if (key.equals("fields")) {
                values.putAll(value.asJsonObject());
              } else if (!isEmpty(value)) {
                values.put(key, value);
              }
            });
    return values;
  }

  private static boolean isEmpty(JsonValue value) {
    return switch (value) {
      case JsonArray array -> array.isEmpty();
      case JsonString text -> text.getString().isEmpty();
      default -> false;
    };
  }
}

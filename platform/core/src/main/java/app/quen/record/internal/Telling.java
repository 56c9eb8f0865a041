package app.quen.record.internal;

import app.quen.customer.Source;
import app.quen.record.RecordType;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a change changed, field by field, as facts tell it. */
final class Telling {

  /** Kept: the methods of Json look the provider up at each call. */
  private static final JsonProvider JSON = JsonProvider.provider();

  private Telling() {}

  static JsonObject payload(
      @Nullable JsonValue customerId, int version, Source source, JsonArray changes) {
    JsonObjectBuilder json = JSON.createObjectBuilder();
    if (customerId != null) {
      json.add("customerId", customerId);
    }
    return json.add("changes", changes)
        .add("source", source.json())
        .add("version", version)
        .build();
  }

  static JsonArray between(
      RecordType type, Map<String, JsonValue> before, Map<String, JsonValue> after) {
    Map<String, JsonValue> old = flat(type, before);
    Map<String, JsonValue> now = flat(type, after);
    Set<String> keys = new LinkedHashSet<>(now.keySet());
    keys.addAll(old.keySet());
    JsonArrayBuilder changes = JSON.createArrayBuilder();
    for (String key : keys) {
      JsonValue was = old.getOrDefault(key, JsonValue.NULL);
      JsonValue is = now.getOrDefault(key, JsonValue.NULL);
      if (!was.equals(is)) {
        changes.add(change(key, was, is));
      }
    }
    return changes.build();
  }

  static JsonArray ofTrash(@Nullable JsonValue before, @Nullable JsonValue after) {
    return JSON.createArrayBuilder()
        .add(
            change(
                "deletedAt",
                before == null ? JsonValue.NULL : before,
                after == null ? JsonValue.NULL : after))
        .build();
  }

  private static JsonObjectBuilder change(String field, JsonValue before, JsonValue after) {
    return JSON.createObjectBuilder().add("field", field).add("before", before).add("after", after);
  }

  private static Map<String, JsonValue> flat(RecordType type, Map<String, JsonValue> record) {
    Map<String, JsonValue> values = new LinkedHashMap<>();
    if (record.containsKey("customerId")) {
      values.put("customerId", record.get("customerId"));
    }
    type.all().stream()
        .filter(property -> record.containsKey(property.key()))
        .forEach(property -> values.put(property.key(), record.get(property.key())));
    if (record.get("fields") instanceof JsonObject fields) {
      values.putAll(fields);
    }
    return values;
  }
}

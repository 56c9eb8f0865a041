package app.quen.recovery;

import app.quen.audit.AuditEntry;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The values that a record had before an entry, by the keys of their fields. */
record Before(Map<String, JsonValue> values) {

  private static final JsonProvider JSON = JsonProvider.provider();

  /** What follows from other values, or has operations of its own. */
  private static final Set<String> NOT_WRITTEN =
      Set.of("deletedAt", "archivedAt", "total", "lineCount", "paid", "returned", "returns");

  static Before of(AuditEntry entry) {
    Map<String, JsonValue> values = new LinkedHashMap<>();
    String text = entry.changes();
    if (text != null && !entry.act().endsWith("Read")) {
      try (var reader = JSON.createReader(new StringReader(text))) {
        if (reader.readObject().get("changes") instanceof JsonArray changes) {
          changes.forEach(change -> take(change, values));
        }
      } catch (JsonException bent) {
        return new Before(Map.of());
      }
    }
    return new Before(values);
  }

  private static void take(JsonValue value, Map<String, JsonValue> values) {
    if (value instanceof JsonObject change) {
      String key = change.getString("field", "");
      if (!key.isEmpty() && !NOT_WRITTEN.contains(key)) {
        values.put(key, change.getOrDefault("before", JsonValue.NULL));
      }
    }
  }

  boolean isEmpty() {
    return values.isEmpty();
  }

  /** Those of the keys that the entry did not change. */
  Set<String> without(Set<String> keys) {
    Set<String> strange = new LinkedHashSet<>(keys);
    strange.removeAll(values.keySet());
    return strange;
  }

  Set<String> chosen(Set<String> keys) {
    return keys.isEmpty() ? values.keySet() : keys;
  }

  /**
   * A merge patch that brings the values back; the catalogue's own fields have a dot in the key.
   */
  JsonObject patch(Set<String> keys) {
    JsonObjectBuilder patch = JSON.createObjectBuilder();
    JsonObjectBuilder fields = JSON.createObjectBuilder();
    boolean ofCatalogue = false;
    for (String key : chosen(keys)) {
      boolean own = key.contains(".");
      (own ? fields : patch).add(key, values.getOrDefault(key, JsonValue.NULL));
      ofCatalogue |= own;
    }
    if (ofCatalogue) {
      patch.add("fields", fields);
    }
    return patch.build();
  }
}

package app.quen.field.internal;

import app.quen.field.Field;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The values of a record as rules see them. A field without a value has no entry, but for lists,
 * which are then empty.
 */
final class RecordValues {

  private static final String ADDRESS = "address.";
  private static final String ROLLUP = "rollup.";

  private RecordValues() {}

  /** The core's phone numbers and e-mail addresses are lists. */
  static CelType type(Field field) {
    return list(field) ? ListType.create(SimpleType.STRING) : Types.of(field.type()).inRules();
  }

  private static boolean list(Field field) {
    return field.type().list()
        || field.isCore() && (field.key().equals("phones") || field.key().equals("emails"));
  }

  /**
   * @param record as the API shows it
   * @param values of the fields that are not the core's, in normal form
   */
  static Map<String, Object> of(Collection<Field> fields, JsonObject record, JsonObject values) {
    Map<String, Object> all = new HashMap<>();
    for (Field field : fields) {
      JsonValue json = field.isCore() ? core(record, field.key()) : values.get(field.key());
      put(all, name(field.key()), value(field, json));
    }
    return all;
  }

  /** The name in rules: a plugin's id may have dashes, which CEL takes for a minus. */
  static String name(String key) {
    return key.replace('-', '_');
  }

  /** The inner structures are there without a value in them too: has() looks into them. */
  @SuppressWarnings("unchecked")
  private static void put(Map<String, Object> all, String name, @Nullable Object value) {
    int dot = name.indexOf('.');
    Map<String, Object> target = all;
    if (dot >= 0) {
      target =
          (Map<String, Object>)
              all.computeIfAbsent(name.substring(0, dot), k -> new HashMap<String, Object>());
    }
    if (value != null) {
      target.put(name.substring(dot + 1), value);
    }
  }

  private static @Nullable JsonValue core(JsonObject record, String key) {
    if (key.startsWith(ROLLUP)) {
      return record.get("rollups") instanceof JsonObject rollups
          ? rollups.get(key.substring(ROLLUP.length()))
          : null;
    }
    if (!key.startsWith(ADDRESS)) {
      return record.get(key);
    }
    JsonObject first = null;
    if (record.get("addresses") instanceof JsonArray addresses) {
      for (JsonValue one : addresses) {
        if (one instanceof JsonObject address
            && (first == null || address.getBoolean("primary", false))) {
          first = address;
        }
      }
    }
    return first == null ? null : first.get(key.substring(ADDRESS.length()));
  }

  private static @Nullable Object value(Field field, @Nullable JsonValue json) {
    if (list(field)) {
      return json instanceof JsonArray array ? texts(array) : List.of();
    }
    if (json == null || json == JsonValue.NULL) {
      return null;
    }
    try {
      return switch (field.type()) {
        case INTEGER -> json instanceof JsonNumber number ? (Object) number.longValue() : null;
        case NUMBER, MONEY, PERCENT ->
            json instanceof JsonNumber number ? number.bigDecimalValue() : null;
        case DATE -> json instanceof JsonString text ? day(text.getString()) : null;
        case DATETIME -> json instanceof JsonString text ? Instant.parse(text.getString()) : null;
        case BOOLEAN ->
            json == JsonValue.TRUE ? Boolean.TRUE : json == JsonValue.FALSE ? Boolean.FALSE : null;
        case ADDRESS -> json instanceof JsonObject address ? parts(address) : null;
        default -> json instanceof JsonString text ? notEmpty(text.getString()) : null;
      };
    } catch (DateTimeException e) {
      // a draft may hold anything; its own check says so
      return null;
    }
  }

  /** Some of what the core computes is a moment, and shown by its day. */
  private static Instant day(String text) {
    return text.length() > 10 ? Instant.parse(text) : Expressions.startOf(LocalDate.parse(text));
  }

  private static @Nullable String notEmpty(String text) {
    return text.isEmpty() ? null : text;
  }

  private static Map<String, Object> parts(JsonObject address) {
    Map<String, Object> parts = new HashMap<>();
    address.forEach(
        (name, part) -> {
          if (part instanceof JsonString text) {
            parts.put(name, text.getString());
          }
        });
    return parts;
  }

  private static List<String> texts(JsonArray array) {
    List<String> texts = new ArrayList<>(array.size());
    for (JsonValue one : array) {
      if (one instanceof JsonString text) {
        texts.add(text.getString());
      } else if (one instanceof JsonObject contact) {
        String text = contact.getString("normal", contact.getString("value", ""));
        if (!text.isEmpty()) {
          texts.add(text);
        }
      }
    }
    return texts;
  }
}

package app.quen.installation.internal;

import app.quen.manifest.Manifest;
import app.quen.manifest.ManifestField;
import app.quen.plugin.CustomerRecord;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a plugin may see: its own fields and what its manifest reads; nothing else gets across. */
final class VisibleFields {

  private enum Kind {
    TEXT,
    NUMBER,
    DATE,
    INSTANT,
    BOOLEAN,
    TEXTS
  }

  private static final Set<String> CORE_LISTS =
      Set.of("phones", "emails", "addresses", "tags", "interests");

  private static final List<String> ADDRESS_PARTS =
      List.of("line", "ward", "district", "province", "postalCode", "country");

  private final Map<String, Kind> core = new HashMap<>();
  private final Map<String, Kind> own = new HashMap<>();
  private final Set<String> keys;

  VisibleFields(Manifest manifest) {
    for (String key : manifest.reads()) {
      core.put(
          key,
          CORE_LISTS.contains(key) ? Kind.TEXTS : key.equals("birthDate") ? Kind.DATE : Kind.TEXT);
    }
    for (ManifestField field : manifest.fields()) {
      own.put(
          manifest.fullKey(field.key()),
          switch (field.type()) {
            case TEXT, LONGTEXT, CHOICE, EMAIL, PHONE, URL, ADDRESS -> Kind.TEXT;
            case INTEGER, NUMBER, MONEY, PERCENT -> Kind.NUMBER;
            case DATE -> Kind.DATE;
            case DATETIME -> Kind.INSTANT;
            case BOOLEAN -> Kind.BOOLEAN;
            case CHOICES -> Kind.TEXTS;
          });
    }
    Set<String> all = new HashSet<>(core.keySet());
    all.addAll(own.keySet());
    keys = Set.copyOf(all);
  }

  /**
   * @param customer as the API shows it
   */
  CustomerRecord of(JsonObject customer) {
    Map<String, Object> values = new HashMap<>();
    core.forEach((key, kind) -> put(values, key, value(kind, customer.get(key))));
    JsonValue fields = customer.get("fields");
    if (fields instanceof JsonObject object && !object.isEmpty()) {
      own.forEach((key, kind) -> put(values, key, value(kind, object.get(key))));
    }
    JsonValue id = customer.get("id");
    return new CustomerRecord(
        id instanceof JsonString text ? UUID.fromString(text.getString()) : null, keys, values);
  }

  boolean contains(String key) {
    return keys.contains(key);
  }

  /** The value of a field that the plugin may see; null if there is none. */
  @Nullable Object value(String key, @Nullable JsonValue value) {
    Kind kind = own.getOrDefault(key, core.get(key));
    return kind == null ? null : value(kind, value);
  }

  private static void put(Map<String, Object> values, String key, @Nullable Object value) {
    if (value != null) {
      values.put(key, value);
    }
  }

  /** A value that does not fit its field is none: the field's own rules have refused it already. */
  private static @Nullable Object value(Kind kind, @Nullable JsonValue value) {
    if (value == null || value == JsonValue.NULL) {
      return null;
    }
    return switch (kind) {
      case TEXT ->
          value instanceof JsonString text
              ? notEmpty(text.getString())
              : value instanceof JsonObject address ? notEmpty(line(address)) : null;
      case NUMBER -> value instanceof JsonNumber number ? number.bigDecimalValue() : null;
      case DATE -> value instanceof JsonString text ? date(text.getString()) : null;
      case INSTANT -> value instanceof JsonString text ? instant(text.getString()) : null;
      case BOOLEAN ->
          value == JsonValue.TRUE ? Boolean.TRUE : value == JsonValue.FALSE ? Boolean.FALSE : null;
      case TEXTS -> value instanceof JsonArray array ? texts(array) : null;
    };
  }

  private static @Nullable String notEmpty(String text) {
    return text.isEmpty() ? null : text;
  }

  private static @Nullable LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  private static @Nullable Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  private static @Nullable List<String> texts(JsonArray array) {
    List<String> texts = new ArrayList<>(array.size());
    for (JsonValue value : array) {
      if (value instanceof JsonString text && !text.getString().isEmpty()) {
        texts.add(text.getString());
      } else if (value instanceof JsonObject object) {
        String line = line(object);
        if (!line.isEmpty()) {
          texts.add(line);
        }
      }
    }
    return texts.isEmpty() ? null : List.copyOf(texts);
  }

  /** A phone or e-mail address in its normal form; an address as one line. */
  private static String line(JsonObject object) {
    JsonValue contact = object.getOrDefault("normal", object.get("value"));
    Stream<JsonValue> parts =
        contact != null ? Stream.of(contact) : ADDRESS_PARTS.stream().map(object::get);
    return parts
        .filter(Objects::nonNull)
        .map(part -> part instanceof JsonString text ? text.getString() : "")
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(", "));
  }
}

package app.quen.record.internal;

import app.quen.access.Actor;
import app.quen.access.ActorColumns;
import app.quen.database.Utc;
import app.quen.record.Property;
import app.quen.record.RecordType;
import app.quen.record.RecordView;
import app.quen.secret.Sealing;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows of a record's table, and the JSON that they stand for. */
final class RowShape {

  /** Kept: the methods of Json look the provider up at each call. */
  static final JsonProvider JSON = JsonProvider.provider();

  private RowShape() {}

  static JsonObject parse(String text) {
    try (var reader = JSON.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }

  /** What of a record's stored values people see here. */
  interface Seen {
    JsonObject of(UUID record, JsonObject stored);
  }

  static RecordView view(RecordType type, ResultSet row, Seen seen) throws SQLException {
    JsonObjectBuilder json = JSON.createObjectBuilder();
    UUID id = row.getObject("id", UUID.class);
    json.add("id", id.toString());
    put(json, "customerId", row.getObject("customer_id", UUID.class));
    put(json, "customerName", row.getString("customer_name"));
    for (Property property : type.all()) {
      JsonValue value = value(property, row);
      if (value != null) {
        json.add(property.key(), value);
      }
    }
    String fields = row.getString("field_values");
    json.add("fields", fields == null ? JsonValue.EMPTY_JSON_OBJECT : seen.of(id, parse(fields)));
    put(json, "createdAt", Utc.atOrNull(row, "created_at"));
    json.add("createdBy", actor(row, "created_by"));
    put(json, "updatedAt", Utc.atOrNull(row, "updated_at"));
    json.add("updatedBy", actor(row, "updated_by"));
    Instant deleted = Utc.atOrNull(row, "deleted_at");
    if (deleted != null) {
      json.add("deletedAt", deleted.toString());
      json.add("deletedBy", actor(row, "deleted_by"));
    }
    int version = row.getInt("version");
    return new RecordView(id, version, json.add("version", version).build());
  }

  private static @Nullable JsonValue value(Property property, ResultSet row) throws SQLException {
    String column = property.column();
    switch (property.kind()) {
      case INSTANT -> {
        Instant at = Utc.atOrNull(row, column);
        return at == null ? null : JSON.createValue(at.toString());
      }
      case WHOLE -> {
        int number = row.getInt(column);
        return row.wasNull() ? null : JSON.createValue(number);
      }
      case JSON -> {
        String text = row.getString(column);
        return text == null ? null : parse(text);
      }
      default -> {
        String text = row.getString(column);
        return text == null ? null : JSON.createValue(text);
      }
    }
  }

  /** The column's value of a value in its normal form. */
  static @Nullable Object column(Property property, @Nullable JsonValue value) {
    return switch (value) {
      case null -> null;
      case JsonString text when property.kind() == Property.Kind.INSTANT ->
          Utc.of(Instant.parse(text.getString()));
      case JsonString text -> text.getString();
      case JsonNumber number -> number.intValue();
      default -> value.toString();
    };
  }

  private static JsonObjectBuilder actor(ResultSet row, String prefix) throws SQLException {
    return json(ActorColumns.of(row, prefix));
  }

  static JsonObjectBuilder json(Actor actor) {
    JsonObjectBuilder json =
        JSON.createObjectBuilder().add("kind", actor.kind().name().toLowerCase(Locale.ROOT));
    put(json, "id", actor.id());
    return json.add("name", actor.name());
  }

  private static void put(JsonObjectBuilder json, String name, @Nullable Object value) {
    if (value != null) {
      json.add(name, value.toString());
    }
  }

  /** The values that are to be stored. */
  static Sealing sealing(UUID record, @Nullable String before, Map<String, JsonValue> content) {
    return new Sealing(
        record,
        content.get("customerId") instanceof JsonString customer
            ? UUID.fromString(customer.getString())
            : null,
        before == null ? null : parse(before),
        content.get("fields") instanceof JsonObject now ? now : JsonValue.EMPTY_JSON_OBJECT);
  }

  static @Nullable String text(JsonObject values) {
    return values.isEmpty() ? null : values.toString();
  }

  /** The columns that a change writes, in the order of {@link #values}. */
  static List<String> columns(RecordType type) {
    List<String> columns = new ArrayList<>(List.of("customer_id"));
    type.all().forEach(property -> columns.add(property.column()));
    columns.add("field_values");
    columns.addAll(
        List.of("version", "updated_at", "updated_by_kind", "updated_by_id", "updated_by_name"));
    return columns;
  }

  static List<@Nullable Object> values(
      RecordType type,
      Map<String, JsonValue> content,
      @Nullable String fields,
      int version,
      Instant now,
      Actor actor) {
    List<@Nullable Object> values = new ArrayList<>();
    values.add(content.get("customerId") instanceof JsonString id ? id.getString() : null);
    for (Property property : type.all()) {
      values.add(column(property, content.get(property.key())));
    }
    values.add(fields);
    values.add(version);
    values.add(Utc.of(now));
    addActor(values, actor);
    return values;
  }

  static void addActor(List<@Nullable Object> values, Actor actor) {
    values.add(actor.kind().name());
    values.add(actor.id());
    values.add(actor.name());
  }
}

package app.quen.field.internal;

import app.quen.field.Field;
import app.quen.field.FieldType;
import app.quen.field.Handling;
import app.quen.field.Handling.Sensitivity;
import app.quen.text.Text;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A field's definition as it is stored. */
final class Definition {

  /** Every page reads the catalogue, which hardly ever changes. */
  private static final Map<Stored, Field> READ = new ConcurrentHashMap<>();

  private static final int MOST_READ = 5_000;

  private Definition() {}

  static String write(Field field) {
    return json(field).build().toString();
  }

  private static JsonObjectBuilder json(Field field) {
    JsonObject form = FieldForm.of(field);
    JsonObjectBuilder json = Values.JSON.createObjectBuilder(form).remove("key").remove("type");
    json.add("sortable", field.sortable());
    if (!form.containsKey("choices")) {
      json.add("choices", JsonValue.EMPTY_JSON_ARRAY);
    }
    json.add("sensitivity", field.handling().sensitivity().name());
    if (field.was() != null) {
      json.add("was", json(field.was()).add("type", field.was().type().name()));
    }
    return json;
  }

  /** What a field is read from; the same gives the same field, in whichever workspace. */
  private record Stored(
      String key, String owner, FieldType type, String definition, @Nullable String column) {}

  /**
   * @param column the virtual column; null if there is none
   */
  static Field read(
      String key, String owner, FieldType type, String definition, @Nullable String column) {
    if (READ.size() >= MOST_READ) {
      READ.clear();
    }
    return READ.computeIfAbsent(
        new Stored(key, owner, type, definition, column), Definition::readAnew);
  }

  private static Field readAnew(Stored stored) {
    try (var reader = Values.JSON.createReader(new StringReader(stored.definition))) {
      return read(stored.key, stored.owner, stored.type, reader.readObject(), stored.column);
    }
  }

  private static Field read(
      String key, String owner, FieldType type, JsonObject json, @Nullable String column) {
    List<Field.Choice> choices = new ArrayList<>();
    for (JsonObject choice : json.getJsonArray("choices").getValuesAs(JsonObject.class)) {
      choices.add(new Field.Choice(choice.getString("value"), text(choice.getJsonObject("label"))));
    }
    return new Field(
        key,
        owner,
        type,
        text(json.getJsonObject("label")),
        textOrNull(json, "help"),
        json.getString("section"),
        json.getBoolean("required"),
        json.getBoolean("searchable"),
        json.getBoolean("sortable") && column != null && !column.equals(Field.MARKS),
        choices,
        number(json, "min"),
        number(json, "max"),
        json.containsKey("maxLength") ? json.getInt("maxLength") : null,
        json.getString("pattern", null),
        json.getString("currency", null),
        json.getJsonArray("appliesTo").getValuesAs(JsonString::getString),
        column,
        textOrNull(json, "sectionLabel"),
        handling(json),
        json.get("was") instanceof JsonObject was
            ? read(key, owner, FieldType.valueOf(was.getString("type")), was, null)
            : null);
  }

  private static Handling handling(JsonObject json) {
    return new Handling(
        json.getBoolean("unique", false),
        json.get("default"),
        Sensitivity.valueOf(json.getString("sensitivity", Sensitivity.PERSONAL.name())),
        textOrNull(json, "purpose"),
        json.getString("visibleWhen", null),
        json.getString("validWhen", null),
        textOrNull(json, "validMessage"),
        json.getString("references", null));
  }

  private static JsonObjectBuilder text(Text text) {
    return Values.JSON.createObjectBuilder().add("vi", text.vi()).add("en", text.en());
  }

  private static Text text(JsonObject json) {
    return new Text(json.getString("vi"), json.getString("en"));
  }

  private static @Nullable Text textOrNull(JsonObject json, String name) {
    JsonValue value = json.get(name);
    return value == null ? null : text(value.asJsonObject());
  }

  private static @Nullable BigDecimal number(JsonObject json, String name) {
    return json.get(name) instanceof JsonNumber number ? number.bigDecimalValue() : null;
  }
}

package app.quen.record.internal;

import app.quen.access.Actor;
import app.quen.field.Catalogue;
import app.quen.field.Field;
import app.quen.field.Fields;
import app.quen.record.Draft;
import app.quen.record.Property;
import app.quen.record.RecordType;
import app.quen.text.Folding;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** From what people write about one record to its values in their normal form. */
final class Reading {

  /** Kept: the methods of Json look the provider up at each call. */
  private static final JsonProvider JSON = JsonProvider.provider();

  /** What the system says of a record; nobody writes it. */
  private static final Set<String> SYSTEM =
      Set.of(
          "id",
          "version",
          "customerName",
          "createdAt",
          "createdBy",
          "updatedAt",
          "updatedBy",
          "deletedAt",
          "deletedBy");

  private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

  private final RecordType type;
  private final Draft draft;

  private Reading(RecordType type, Draft draft) {
    this.type = type;
    this.draft = draft;
  }

  /**
   * @param before as it was; null for a new one
   */
  static Draft read(
      RecordType type,
      JsonObject written,
      @Nullable JsonObject before,
      Catalogue catalogue,
      Instant now,
      Actor actor) {
    Draft draft = new Draft(before, now, actor);
    new Reading(type, draft).run(written, before, catalogue);
    return draft;
  }

  private void run(JsonObject written, @Nullable JsonObject before, Catalogue catalogue) {
    for (String key : written.keySet()) {
      if (!SYSTEM.contains(key)
          && !key.equals("customerId")
          && !key.equals("fields")
          && type.find(key).isEmpty()) {
        draft.problem(
            key, "unknown", "Không có mục “" + key + "”.", "There is no “" + key + "” here.");
      }
    }
    take("customerId", uuid("customerId", written.get("customerId")));
    for (Property property : type.all()) {
      String key = property.key();
      if (property.written()) {
        take(key, value(property, written.get(key)));
      } else if (before != null) {
        take(key, before.get(key));
      }
    }
    type.rules().settle(draft);
    fields(written.get("fields"), before, catalogue);
    require("customerId", type.customerNeeded(), "khách hàng", "The customer");
    for (Property property : type.all()) {
      require(property.key(), property.required(), property.label().vi(), property.label().en());
    }
  }

  private void take(String key, @Nullable JsonValue value) {
    if (value != null) {
      draft.put(key, value);
    }
  }

  private void require(String key, boolean required, String vi, String en) {
    if (required
        && !draft.has(key)
        && draft.problems().stream().noneMatch(problem -> problem.field().equals(key))) {
      draft.problem(key, "required", "Cần có " + vi + ".", en + " is needed.");
    }
  }

  /** Last, since the rules of fields look at the whole record. */
  private void fields(
      @Nullable JsonValue written, @Nullable JsonObject before, Catalogue catalogue) {
    JsonObject values = JsonValue.EMPTY_JSON_OBJECT;
    if (written instanceof JsonObject object) {
      values = object;
    } else if (!isAbsent(written)) {
      wrong("fields", "một đối tượng", "an object");
    }
    JsonObject known =
        before == null || !before.containsKey("fields")
            ? JsonValue.EMPTY_JSON_OBJECT
            : before.getJsonObject("fields");
    JsonObjectBuilder json = JSON.createObjectBuilder();
    draft.values().forEach(json::add);
    JsonObject record = json.add("fields", values).build();
    Fields.Checked checked =
        catalogue.settle(
            values,
            catalogue.check(values, known),
            new Catalogue.Context(() -> record, before == null ? null : () -> before, known, null));
    checked.problems().forEach(draft::problem);
    if (!checked.values().isEmpty()) {
      draft.put("fields", checked.values());
    }
  }

  private @Nullable JsonValue value(Property property, @Nullable JsonValue written) {
    if (isAbsent(written)) {
      return null;
    }
    String key = property.key();
    return switch (property.kind()) {
      case LINE, BODY -> text(property, written);
      case CHOICE -> choice(property, written);
      case INSTANT -> instant(key, written);
      case WHOLE -> whole(property, written);
      case REFERENCE, MEMBER -> uuid(key, written);
      case JSON -> {
        if (written instanceof JsonObject) {
          yield written;
        }
        wrong(key, "một đối tượng", "an object");
        yield null;
      }
    };
  }

  private @Nullable JsonValue text(Property property, JsonValue written) {
    String text = string(property.key(), written);
    if (text == null) {
      return null;
    }
    String tidy = property.kind() == Property.Kind.LINE ? Folding.tidy(text) : Multiline.tidy(text);
    if (tidy.length() > property.max()) {
      draft.problem(
          property.key(),
          "too-long",
          "Tối đa " + property.max() + " ký tự.",
          "At most " + property.max() + " characters.");
    }
    return tidy.isEmpty() ? null : JSON.createValue(tidy);
  }

  private @Nullable JsonValue choice(Property property, JsonValue written) {
    String text = string(property.key(), written);
    if (text == null || text.isBlank()) {
      return null;
    }
    if (property.choices().stream().anyMatch(choice -> choice.value().equals(text))) {
      return JSON.createValue(text);
    }
    String values =
        String.join(", ", property.choices().stream().map(Field.Choice::value).toList());
    draft.problem(
        property.key(),
        "not-a-choice",
        "“%s” không có trong danh sách: %s.".formatted(text, values),
        "“%s” is none of: %s.".formatted(text, values));
    return null;
  }

  private @Nullable JsonValue instant(String key, JsonValue written) {
    String text = string(key, written);
    if (text == null || text.isBlank()) {
      return null;
    }
    try {
      Instant at = OffsetDateTime.parse(text.strip()).toInstant().truncatedTo(ChronoUnit.MICROS);
      if (at.isBefore(EARLIEST) || at.isAfter(LATEST)) {
        draft.problem(
            key,
            "out-of-range",
            "Năm phải từ 1900 đến 2199.",
            "The year must be from 1900 to 2199.");
        return null;
      }
      return JSON.createValue(at.toString());
    } catch (DateTimeException e) {
      wrong(key, "thời điểm dạng 2026-12-31T08:30:00Z", "a time such as 2026-12-31T08:30:00Z");
      return null;
    }
  }

  private @Nullable JsonValue whole(Property property, JsonValue written) {
    if (!(written instanceof JsonNumber number) || !number.isIntegral()) {
      wrong(property.key(), "một số nguyên", "a whole number");
      return null;
    }
    if (number.bigIntegerValue().bitLength() > 31
        || number.intValue() < property.min()
        || number.intValue() > property.max()) {
      draft.problem(
          property.key(),
          "out-of-range",
          "Phải từ %d đến %d.".formatted(property.min(), property.max()),
          "It must be from %d to %d.".formatted(property.min(), property.max()));
      return null;
    }
    return JSON.createValue(number.intValue());
  }

  private @Nullable JsonValue uuid(String key, @Nullable JsonValue written) {
    if (isAbsent(written)) {
      return null;
    }
    String text = string(key, written);
    if (text == null || text.isBlank()) {
      return null;
    }
    try {
      return JSON.createValue(UUID.fromString(text.strip()).toString());
    } catch (IllegalArgumentException e) {
      wrong(key, "một mã UUID", "a UUID");
      return null;
    }
  }

  private @Nullable String string(String key, JsonValue written) {
    if (written instanceof JsonString string) {
      return string.getString();
    }
    wrong(key, "một chuỗi văn bản", "a text");
    return null;
  }

  private void wrong(String key, String vi, String en) {
    draft.problem(key, "wrong-type", "Ở đây cần " + vi + ".", "This must be " + en + ".");
  }

  private static boolean isAbsent(@Nullable JsonValue value) {
    return value == null || value.getValueType() == JsonValue.ValueType.NULL;
  }
}

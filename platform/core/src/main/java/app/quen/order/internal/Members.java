package app.quen.order.internal;

import app.quen.field.Invalid;
import app.quen.field.Problem;
import app.quen.text.Text;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the members of one JSON object, and gathers what is wrong with them and their inner ones.
 */
final class Members {

  private final JsonObject json;
  private final String at;
  private final List<Problem> problems;

  Members(JsonObject json) {
    this(json, "", new ArrayList<>());
  }

  private Members(JsonObject json, String at, List<Problem> problems) {
    this.json = json;
    this.at = at;
    this.problems = problems;
  }

  /**
   * @param ignored what only the system writes; a client may send back what it read
   */
  Members only(Set<String> known, Set<String> ignored) {
    for (String name : json.keySet()) {
      if (!known.contains(name) && !ignored.contains(name)) {
        problems.add(
            new Problem(
                at + name,
                "unknown-field",
                new Text("Không có trường “" + name + "”.", "There is no field “" + name + "”.")));
      }
    }
    return this;
  }

  void end() {
    if (!problems.isEmpty()) {
      throw new Invalid(problems);
    }
  }

  @Nullable String text(String name) {
    JsonValue value = value(name);
    if (value == null || value instanceof JsonString) {
      return value == null ? null : ((JsonString) value).getString();
    }
    wrong(name, "một chuỗi văn bản", "a text");
    return null;
  }

  @Nullable BigDecimal number(String name) {
    JsonValue value = value(name);
    if (value == null || value instanceof JsonNumber) {
      return value == null ? null : ((JsonNumber) value).bigDecimalValue();
    }
    wrong(name, "một số", "a number");
    return null;
  }

  @Nullable Instant instant(String name) {
    return converted(
        name, Instant::parse, "thời điểm dạng 2026-12-31T08:00:00Z", "2026-12-31T08:00:00Z");
  }

  @Nullable UUID id(String name) {
    return converted(name, UUID::fromString, "một UUID", "a UUID");
  }

  private <T> @Nullable T converted(
      String name, Function<String, T> conversion, String vi, String en) {
    String text = text(name);
    if (text == null || text.isBlank()) {
      return null;
    }
    try {
      return conversion.apply(text.strip());
    } catch (RuntimeException e) {
      wrong(name, vi, en);
      return null;
    }
  }

  JsonObject object(String name) {
    JsonValue value = value(name);
    if (value == null || value instanceof JsonObject) {
      return value == null ? JsonValue.EMPTY_JSON_OBJECT : value.asJsonObject();
    }
    wrong(name, "một đối tượng", "an object");
    return JsonValue.EMPTY_JSON_OBJECT;
  }

  /** Each object of a list. */
  <T> List<T> each(String name, BiFunction<Members, Integer, T> reader) {
    List<T> all = new ArrayList<>();
    JsonValue value = value(name);
    if (value instanceof JsonArray array) {
      for (JsonValue item : array) {
        String place = at + name + "[" + all.size() + "]";
        if (item instanceof JsonObject object) {
          all.add(reader.apply(new Members(object, place + ".", problems), all.size()));
        } else {
          wrongAt(place, "một đối tượng", "an object");
        }
      }
    } else if (value != null) {
      wrong(name, "một danh sách", "a list");
    }
    return all;
  }

  private @Nullable JsonValue value(String name) {
    JsonValue value = json.get(name);
    return value == null || value.getValueType() == JsonValue.ValueType.NULL ? null : value;
  }

  private void wrong(String name, String vi, String en) {
    wrongAt(at + name, vi, en);
  }

  private void wrongAt(String place, String vi, String en) {
    problems.add(
        new Problem(
            place, "wrong-type", new Text("Ở đây cần " + vi + ".", "This must be " + en + ".")));
  }
}

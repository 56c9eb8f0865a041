package app.quen.field.internal;

import app.quen.field.Problem;
import app.quen.text.Folding;
import app.quen.text.Text;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the parts of a form strictly and collects all that is wrong with them. */
final class FormReader {

  private final JsonObject json;
  final List<Problem> problems = new ArrayList<>();

  FormReader(JsonObject json) {
    this.json = json;
  }

  boolean flag(String name) {
    JsonValue value = json.getOrDefault(name, JsonValue.NULL);
    if (value != JsonValue.NULL && value != JsonValue.TRUE && value != JsonValue.FALSE) {
      wrong(name, "wrong-type", "Phải là true hoặc false.", "Must be true or false.");
    }
    return value == JsonValue.TRUE;
  }

  @Nullable BigDecimal number(String name) {
    JsonValue value = json.getOrDefault(name, JsonValue.NULL);
    if (value instanceof JsonNumber number) {
      return number.bigDecimalValue();
    }
    if (value != JsonValue.NULL) {
      wrong(name, "wrong-type", "Phải là một số.", "Must be a number.");
    }
    return null;
  }

  @Nullable String string(String name, int longest) {
    JsonValue value = json.getOrDefault(name, JsonValue.NULL);
    if (value instanceof JsonString string) {
      String text = string.getString().strip();
      if (text.length() > longest) {
        wrong(
            name,
            "too-long",
            "Tối đa " + longest + " ký tự.",
            "At most " + longest + " characters.");
      }
      return text.isEmpty() ? null : text;
    }
    if (value != JsonValue.NULL) {
      wrong(name, "wrong-type", "Phải là một chuỗi.", "Must be a text.");
    }
    return null;
  }

  @Nullable Text text(String name, int longest) {
    return text(name, json.get(name), longest);
  }

  /** A text alone, or one language alone, stands for both. */
  @Nullable Text text(String at, @Nullable JsonValue value, int longest) {
    String vi = "";
    String en = "";
    switch (value) {
      case JsonString both -> vi = en = Folding.tidy(both.getString());
      case JsonObject each -> {
        vi = Folding.tidy(each.getString("vi", ""));
        en = Folding.tidy(each.getString("en", ""));
      }
      case null -> {}
      default -> {
        if (value != JsonValue.NULL) {
          wrong(at, "wrong-type", "Phải là {vi, en}.", "Must be {vi, en}.");
        }
      }
    }
    if (vi.length() > longest || en.length() > longest) {
      wrong(at, "too-long", "Tối đa " + longest + " ký tự.", "At most " + longest + " characters.");
    }
    if (vi.isEmpty() && en.isEmpty()) {
      return null;
    }
    return new Text(vi.isEmpty() ? en : vi, en.isEmpty() ? vi : en);
  }

  void wrong(String field, String code, String vi, String en) {
    problems.add(new Problem(field, code, new Text(vi, en)));
  }
}

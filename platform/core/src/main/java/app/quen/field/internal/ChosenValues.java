package app.quen.field.internal;

import app.quen.field.Field;
import app.quen.field.internal.Values.Unfit;
import app.quen.text.Folding;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonValue;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is chosen and not written: yes or no, choices, tags, records, members. */
final class ChosenValues {

  private ChosenValues() {}

  static JsonValue bool(Field field, JsonValue value) throws Unfit {
    if (value == JsonValue.TRUE || value == JsonValue.FALSE) {
      return value;
    }
    throw new Unfit("wrong-type", "Ở đây cần true hoặc false.", "This must be true or false.");
  }

  static @Nullable JsonValue choice(Field field, JsonValue value) throws Unfit {
    String chosen = Values.string(value, "một lựa chọn", "one of the choices");
    return chosen.isEmpty() ? null : Values.JSON.createValue(chosen(field, chosen));
  }

  private static String chosen(Field field, String value) throws Unfit {
    for (Field.Choice choice : field.choices()) {
      if (choice.value().equals(value)) {
        return value;
      }
    }
    throw notAChoice(field, value);
  }

  static Unfit notAChoice(Field field, String value) {
    List<String> vi = field.choices().stream().map(choice -> choice.label().vi()).toList();
    List<String> en = field.choices().stream().map(choice -> choice.label().en()).toList();
    return new Unfit(
        "not-a-choice",
        "“%s” không có trong danh sách: %s.".formatted(value, String.join(", ", vi)),
        "“%s” is none of: %s.".formatted(value, String.join(", ", en)));
  }

  static @Nullable JsonValue choices(Field field, JsonValue value) throws Unfit {
    Set<String> chosen = new LinkedHashSet<>();
    for (JsonValue one : array(value)) {
      chosen.add(chosen(field, Values.string(one, "một lựa chọn", "one of the choices")));
    }
    return array(chosen);
  }

  static @Nullable JsonValue tags(Field field, JsonValue value) throws Unfit {
    Set<String> tags = new LinkedHashSet<>();
    for (JsonValue one : array(value)) {
      String tag = Folding.tidy(Values.string(one, "một chuỗi văn bản", "a text"));
      if (!tag.isEmpty()) {
        tags.add(tag);
      }
    }
    return array(tags);
  }

  private static JsonArray array(JsonValue value) throws Unfit {
    if (value instanceof JsonArray array) {
      return array;
    }
    throw new Unfit("wrong-type", "Ở đây cần một danh sách.", "This must be a list.");
  }

  static @Nullable JsonValue array(Set<String> texts) {
    if (texts.isEmpty()) {
      return null;
    }
    JsonArrayBuilder array = Values.JSON.createArrayBuilder();
    texts.forEach(array::add);
    return array.build();
  }

  /** Whether there is such a record, the database says. */
  static @Nullable JsonValue id(Field field, JsonValue value) throws Unfit {
    String written = Values.string(value, "mã của một bản ghi", "the id of a record");
    if (written.isBlank()) {
      return null;
    }
    try {
      return Values.JSON.createValue(UUID.fromString(written.strip()).toString());
    } catch (IllegalArgumentException e) {
      throw new Unfit(
          "not-an-id",
          "“" + written + "” không phải là mã của một bản ghi.",
          "“" + written + "” is no id of a record.");
    }
  }

  static @Nullable JsonValue member(Field field, JsonValue value) throws Unfit {
    String written = Values.string(value, "mã của một thành viên", "the id of a member");
    if (written.isBlank()) {
      return null;
    }
    try {
      return Values.JSON.createValue(UUID.fromString(written.strip()).toString());
    } catch (IllegalArgumentException e) {
      throw new Unfit(
          "not-a-member", "Ở đây cần mã của một thành viên.", "This must be the id of a member.");
    }
  }
}

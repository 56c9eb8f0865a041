package app.quen.field.internal;

import app.quen.field.Field.Choice;
import app.quen.text.Folding;
import app.quen.text.Text;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The choices of a field as people list them. */
final class ChoicesForm {

  private static final int MOST_CHOICES = 300;

  private ChoicesForm() {}

  static List<Choice> read(FormReader form, @Nullable JsonValue written, boolean needed) {
    List<Choice> choices = new ArrayList<>();
    Set<String> values = new LinkedHashSet<>();
    if (written instanceof JsonArray array) {
      for (int i = 0; i < array.size(); i++) {
        Choice choice = choice(form, "choices[" + i + "]", array.get(i));
        if (choice != null && !values.add(choice.value())) {
          form.wrong(
              "choices[" + i + "].value",
              "taken",
              "“" + choice.value() + "” có hai lần.",
              "“" + choice.value() + "” is there twice.");
        } else if (choice != null) {
          choices.add(choice);
        }
      }
    }
    if (needed && choices.isEmpty() && form.problems.isEmpty()) {
      form.wrong("choices", "required", "Cần ít nhất một lựa chọn.", "List at least one choice.");
    }
    if (choices.size() > MOST_CHOICES) {
      form.wrong(
          "choices",
          "too-many",
          "Tối đa " + MOST_CHOICES + " lựa chọn.",
          "At most " + MOST_CHOICES + " choices.");
    }
    return choices;
  }

  /** A text alone is the label in both languages; the value is made of it where it is missing. */
  private static @Nullable Choice choice(FormReader form, String at, JsonValue written) {
    JsonValue labelled = written instanceof JsonObject object ? object.get("label") : written;
    Text label = form.text(at + ".label", labelled, 120);
    if (label == null) {
      form.wrong(at, "required", "Lựa chọn cần có tên.", "A choice needs a label.");
      return null;
    }
    String value =
        written instanceof JsonObject object && object.get("value") instanceof JsonString given
            ? given.getString()
            : String.join("-", Folding.words(label.vi())).replaceAll("[^a-z0-9_-]", "");
    if (!value.matches("[a-z0-9][a-z0-9_-]{0,59}")) {
      form.wrong(
          at + ".value",
          "wrong-form",
          "Tối đa 60 ký tự a–z, 0–9, - và _.",
          "At most 60 characters a–z, 0–9, - and _.");
    }
    return new Choice(value, label);
  }
}

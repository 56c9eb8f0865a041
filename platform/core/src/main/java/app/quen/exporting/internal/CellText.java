package app.quen.exporting.internal;

import app.quen.field.Field;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.StringJoiner;

/** Values as people write them in a spreadsheet, in the words of their language. */
final class CellText {

  private static final DateTimeFormatter VIETNAMESE = DateTimeFormatter.ofPattern("dd/MM/yyyy");

  private CellText() {}

  static String of(Field field, JsonValue value, String language) {
    return switch (value.getValueType()) {
      case NULL -> "";
      case TRUE -> language.startsWith("vi") ? "Có" : "Yes";
      case FALSE -> language.startsWith("vi") ? "Không" : "No";
      case NUMBER -> number((JsonNumber) value);
      case STRING -> string(field, ((JsonString) value).getString(), language);
      case ARRAY -> several(field, value.asJsonArray(), language);
      case OBJECT -> contact(value.asJsonObject());
    };
  }

  private static String number(JsonNumber number) {
    return number.bigDecimalValue().toPlainString();
  }

  private static String string(Field field, String value, String language) {
    return switch (field.type()) {
      case DATE -> language.startsWith("vi") ? LocalDate.parse(value).format(VIETNAMESE) : value;
      case CHOICE, CHOICES ->
          field.choices().stream()
              .filter(choice -> choice.value().equals(value))
              .map(choice -> choice.label().in(language))
              .findFirst()
              .orElse(value);
      default -> value;
    };
  }

  private static String several(Field field, JsonArray values, String language) {
    StringJoiner all = new StringJoiner("; ");
    for (JsonValue value : values) {
      all.add(of(field, value, language));
    }
    return all.toString();
  }

  /** A phone number or e-mail address as it was written. */
  private static String contact(JsonObject contact) {
    return contact.getString("value", "");
  }
}

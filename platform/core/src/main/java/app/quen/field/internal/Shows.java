package app.quen.field.internal;

import app.quen.field.Field;
import app.quen.secret.Unreadable;
import app.quen.text.PhoneNumber;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.StringJoiner;

/** Values as people write them in a spreadsheet, in the words of their language. */
public final class Shows {

  private static final DateTimeFormatter VIETNAMESE = DateTimeFormatter.ofPattern("dd/MM/yyyy");
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss");
  private static final DateTimeFormatter MOMENT_EN =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  private Shows() {}

  /** A value in normal form; what is not of the field's type is shown as it is. */
  public static String of(Field field, JsonValue value, String language, ZoneId zone) {
    if (Unreadable.is(value)) {
      return Unreadable.WORDS.in(language);
    }
    return switch (value.getValueType()) {
      case NULL -> "";
      case TRUE -> language.startsWith("vi") ? "Có" : "Yes";
      case FALSE -> language.startsWith("vi") ? "Không" : "No";
      case ARRAY -> {
        StringJoiner all = new StringJoiner("; ");
        value.asJsonArray().forEach(one -> all.add(of(field, one, language, zone)));
        yield all.toString();
      }
      default -> Types.of(field.type()).shown().of(field, value, language, zone);
    };
  }

  static String plain(Field field, JsonValue value, String language, ZoneId zone) {
    return switch (value) {
      case JsonNumber number -> number.bigDecimalValue().toPlainString();
      case JsonString text -> text.getString();
      // the core's phone numbers and e-mail addresses: as they were written
      case JsonObject contact -> contact.getString("value", "");
      default -> value.toString();
    };
  }

  static String percent(Field field, JsonValue value, String language, ZoneId zone) {
    return plain(field, value, language, zone) + " %";
  }

  static String date(Field field, JsonValue value, String language, ZoneId zone) {
    String date = plain(field, value, language, zone);
    return language.startsWith("vi") ? LocalDate.parse(date).format(VIETNAMESE) : date;
  }

  static String instant(Field field, JsonValue value, String language, ZoneId zone) {
    return Instant.parse(plain(field, value, language, zone))
        .atZone(zone)
        .format(language.startsWith("vi") ? MOMENT : MOMENT_EN);
  }

  static String choice(Field field, JsonValue value, String language, ZoneId zone) {
    String chosen = plain(field, value, language, zone);
    for (Field.Choice choice : field.choices()) {
      if (choice.value().equals(chosen)) {
        return choice.label().in(language);
      }
    }
    return chosen;
  }

  static String phone(Field field, JsonValue value, String language, ZoneId zone) {
    String number = plain(field, value, language, zone);
    return value instanceof JsonString && number.startsWith("+84")
        ? PhoneNumber.dialled(number)
        : number;
  }

  static String address(Field field, JsonValue value, String language, ZoneId zone) {
    if (!(value instanceof JsonObject parts)) {
      return plain(field, value, language, zone);
    }
    StringJoiner all = new StringJoiner(", ");
    for (String part : TextValues.ADDRESS_PARTS) {
      String text = parts.getString(part, "");
      if (!text.isEmpty()) {
        all.add(text);
      }
    }
    return all.toString();
  }
}

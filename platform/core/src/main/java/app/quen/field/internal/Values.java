package app.quen.field.internal;

import app.quen.field.Field;
import app.quen.field.FieldType;
import app.quen.field.Fields.Checked;
import app.quen.field.Problem;
import app.quen.text.Folding;
import app.quen.text.Text;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Holds JSON values against their fields, and brings them to their normal form. */
public final class Values {

  static final int MAX_TEXT = 2000;

  /** Kept: the methods of Json look the provider up at each call. */
  static final JsonProvider JSON = JsonProvider.provider();

  private static final Map<String, Pattern> PATTERNS = new ConcurrentHashMap<>();

  private Values() {}

  public static Checked check(Map<String, Field> fields, JsonObject values) {
    if (values.isEmpty()) {
      return new Checked(JsonValue.EMPTY_JSON_OBJECT, List.of());
    }
    List<Problem> problems = new ArrayList<>();
    JsonObjectBuilder normal = JSON.createObjectBuilder();
    values.forEach(
        (key, value) -> {
          Field field = fields.get(key);
          if (field == null || field.isCore()) {
            problems.add(
                new Problem(
                    key,
                    "unknown-field",
                    new Text(
                        "Không gian làm việc này không có trường «" + key + "».",
                        "This workspace has no field “" + key + "”.")));
            return;
          }
          try {
            JsonValue checked = normal(field, value);
            if (checked != null) {
              normal.add(key, checked);
            }
          } catch (Unfit unfit) {
            problems.add(new Problem(key, unfit.code, unfit.text));
          }
        });
    return new Checked(normal.build(), problems);
  }

  /** Why a value does not fit its field. */
  static final class Unfit extends Exception {

    final String code;
    final transient Text text;

    Unfit(String code, String vi, String en) {
      super(code, null, false, false);
      this.code = code;
      this.text = new Text(vi, en);
    }
  }

  /** Null where there is no value. */
  static @Nullable JsonValue normal(Field field, JsonValue value) throws Unfit {
    if (value.getValueType() == JsonValue.ValueType.NULL) {
      return null;
    }
    return switch (field.type()) {
      case TEXT, PHONE, EMAIL -> text(field, string(value, "một chuỗi văn bản", "a text"));
      case NUMBER, MONEY -> number(field, value);
      case DATE -> date(string(value, "một ngày dạng yyyy-MM-dd", "a date like yyyy-MM-dd"));
      case BOOLEAN -> bool(value);
      case CHOICE -> {
        String chosen = string(value, "một lựa chọn", "one of the choices");
        yield chosen.isEmpty() ? null : JSON.createValue(chosen(field, chosen));
      }
      case CHOICES -> choices(field, value);
      case TAGS -> tags(value);
      case MEMBER -> member(string(value, "mã của một thành viên", "the id of a member"));
    };
  }

  private static String string(JsonValue value, String vi, String en) throws Unfit {
    if (value instanceof JsonString string) {
      return string.getString();
    }
    throw new Unfit("wrong-type", "Ở đây cần " + vi + ".", "This must be " + en + ".");
  }

  private static @Nullable JsonValue text(Field field, String written) throws Unfit {
    String text = Folding.tidy(written);
    if (text.isEmpty()) {
      return null;
    }
    int max = field.maxLength() == null ? MAX_TEXT : field.maxLength();
    if (text.codePointCount(0, text.length()) > max) {
      throw new Unfit("too-long", "Tối đa " + max + " ký tự.", "At most " + max + " characters.");
    }
    if (field.pattern() != null && !matches(field.pattern(), text)) {
      String hintVi = field.help() == null ? "" : " " + field.help().vi();
      String hintEn = field.help() == null ? "" : " " + field.help().en();
      throw new Unfit(
          "wrong-form",
          "«" + text + "» không đúng dạng." + hintVi,
          "“" + text + "” is not of the right form." + hintEn);
    }
    return JSON.createValue(text);
  }

  private static boolean matches(String pattern, String text) {
    try {
      return PATTERNS.computeIfAbsent(pattern, Pattern::compile).matcher(text).matches();
    } catch (PatternSyntaxException e) {
      throw new IllegalStateException("the field's pattern is none: " + pattern, e);
    }
  }

  private static JsonValue number(Field field, JsonValue value) throws Unfit {
    BigDecimal number;
    if (value instanceof JsonNumber json) {
      number = json.bigDecimalValue();
    } else {
      try {
        number = new BigDecimal(string(value, "một số", "a number").strip());
      } catch (NumberFormatException e) {
        throw new Unfit("not-a-number", "Ở đây cần một số.", "This must be a number.");
      }
    }
    return number(field, number);
  }

  static JsonValue number(Field field, BigDecimal written) throws Unfit {
    if (written.precision() - written.scale() > 18 || written.scale() > 1000) {
      throw new Unfit("too-large", "Số này quá lớn.", "This number is too large.");
    }
    BigDecimal number = written.signum() == 0 ? BigDecimal.ZERO : written.stripTrailingZeros();
    if (number.scale() < 0) {
      number = number.setScale(0);
    }
    int decimals = isDong(field) ? 0 : 6;
    if (number.scale() > decimals) {
      throw isDong(field)
          ? new Unfit(
              "not-whole", "Số tiền đồng không có phần lẻ.", "Amounts in dong have no fraction.")
          : new Unfit(
              "too-precise", "Tối đa 6 chữ số thập phân.", "At most 6 digits after the point.");
    }
    if (field.min() != null && number.compareTo(field.min()) < 0) {
      String min = field.min().toPlainString();
      throw new Unfit("too-small", "Ít nhất là " + min + ".", "At least " + min + ".");
    }
    if (field.max() != null && number.compareTo(field.max()) > 0) {
      String max = field.max().toPlainString();
      throw new Unfit("too-large", "Nhiều nhất là " + max + ".", "At most " + max + ".");
    }
    return JSON.createValue(number);
  }

  private static boolean isDong(Field field) {
    return field.type() == FieldType.MONEY
        && (field.currency() == null || field.currency().equals("VND"));
  }

  private static @Nullable JsonValue date(String written) throws Unfit {
    if (written.isBlank()) {
      return null;
    }
    try {
      return JSON.createValue(LocalDate.parse(written.strip()).toString());
    } catch (DateTimeException e) {
      throw new Unfit(
          "not-a-date",
          "«" + written + "» không phải là một ngày dạng yyyy-MM-dd.",
          "“" + written + "” is not a date like yyyy-MM-dd.");
    }
  }

  private static JsonValue bool(JsonValue value) throws Unfit {
    if (value == JsonValue.TRUE || value == JsonValue.FALSE) {
      return value;
    }
    throw new Unfit("wrong-type", "Ở đây cần true hoặc false.", "This must be true or false.");
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
        "«%s» không có trong danh sách: %s.".formatted(value, String.join(", ", vi)),
        "“%s” is none of: %s.".formatted(value, String.join(", ", en)));
  }

  private static @Nullable JsonValue choices(Field field, JsonValue value) throws Unfit {
    Set<String> chosen = new LinkedHashSet<>();
    for (JsonValue one : array(value)) {
      chosen.add(chosen(field, string(one, "một lựa chọn", "one of the choices")));
    }
    return array(chosen);
  }

  private static @Nullable JsonValue tags(JsonValue value) throws Unfit {
    Set<String> tags = new LinkedHashSet<>();
    for (JsonValue one : array(value)) {
      String tag = Folding.tidy(string(one, "một chuỗi văn bản", "a text"));
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
    JsonArrayBuilder array = JSON.createArrayBuilder();
    texts.forEach(array::add);
    return array.build();
  }

  private static @Nullable JsonValue member(String written) throws Unfit {
    if (written.isBlank()) {
      return null;
    }
    try {
      return JSON.createValue(UUID.fromString(written.strip()).toString());
    } catch (IllegalArgumentException e) {
      throw new Unfit(
          "not-a-member", "Ở đây cần mã của một thành viên.", "This must be the id of a member.");
    }
  }
}

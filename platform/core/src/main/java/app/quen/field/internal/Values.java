package app.quen.field.internal;

import app.quen.field.Field;
import app.quen.field.FieldType;
import app.quen.field.Fields.Checked;
import app.quen.field.Problem;
import app.quen.text.EmailAddress;
import app.quen.text.Folding;
import app.quen.text.PhoneNumber;
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
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Holds JSON values against their fields, and brings them to their normal form. */
public final class Values {

  static final int MAX_TEXT = 2000;
  static final int MAX_LONG_TEXT = 20_000;

  /** In the order in which people read them. */
  static final List<String> ADDRESS_PARTS =
      List.of("line", "ward", "district", "province", "country", "postalCode");

  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

  /** Kept: the methods of Json look the provider up at each call. */
  static final JsonProvider JSON = JsonProvider.provider();

  private static final Map<String, Predicate<String>> PATTERNS = new ConcurrentHashMap<>();

  private Values() {}

  /**
   * @param before values as they were, in normal form: what stays as it was fits, also where the
   *     field has become stricter since
   */
  public static Checked check(Map<String, Field> fields, JsonObject values, JsonObject before) {
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
          if (value.equals(before.get(key))) {
            normal.add(key, value);
            return;
          }
          try {
            JsonValue checked = Types.normal(field, value);
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

  private static String string(JsonValue value, String vi, String en) throws Unfit {
    if (value instanceof JsonString string) {
      return string.getString();
    }
    throw new Unfit("wrong-type", "Ở đây cần " + vi + ".", "This must be " + en + ".");
  }

  static @Nullable JsonValue text(Field field, JsonValue value) throws Unfit {
    return text(field, Folding.tidy(textual(value)), MAX_TEXT);
  }

  /** Lines stay lines. */
  static @Nullable JsonValue longText(Field field, JsonValue value) throws Unfit {
    String text =
        textual(value)
            .lines()
            .map(Folding::tidy)
            .collect(Collectors.joining("\n"))
            .replaceAll("\n{3,}", "\n\n")
            .strip();
    return text(field, text, MAX_LONG_TEXT);
  }

  private static String textual(JsonValue value) throws Unfit {
    return string(value, "một chuỗi văn bản", "a text");
  }

  private static @Nullable JsonValue text(Field field, String text, int most) throws Unfit {
    if (text.isEmpty()) {
      return null;
    }
    int max = field.maxLength() == null ? most : field.maxLength();
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

  static @Nullable JsonValue email(Field field, JsonValue value) throws Unfit {
    String text = textual(value).strip();
    if (text.isEmpty()) {
      return null;
    }
    EmailAddress address =
        EmailAddress.read(text)
            .orElseThrow(
                () ->
                    new Unfit(
                        "not-an-email",
                        "«" + text + "» không phải là địa chỉ e-mail; hãy viết như hoa@cty.vn.",
                        "“" + text + "” is no e-mail address; write it like hoa@cty.vn."));
    return JSON.createValue(address.normal());
  }

  static @Nullable JsonValue phone(Field field, JsonValue value) throws Unfit {
    String text = textual(value).strip();
    if (text.isEmpty()) {
      return null;
    }
    PhoneNumber number =
        PhoneNumber.read(text)
            .orElseThrow(
                () ->
                    new Unfit(
                        "not-a-phone",
                        "«" + text + "» không phải là số điện thoại; hãy viết như 0912 345 678.",
                        "“" + text + "” is no phone number; write it like 0912 345 678."));
    return JSON.createValue(number.normal());
  }

  static @Nullable JsonValue url(Field field, JsonValue value) throws Unfit {
    String text = textual(value).strip();
    if (text.isEmpty()) {
      return null;
    }
    String whole = text.matches("(?i)[a-z][a-z0-9+.-]*://.*") ? text : "https://" + text;
    try {
      URI uri = new URI(whole);
      String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
      String host = uri.getHost();
      // no other scheme: a link must not run anything
      if ((scheme.equals("https") || scheme.equals("http"))
          && host != null
          && host.contains(".")
          && whole.length() <= MAX_TEXT) {
        String rest = whole.substring(whole.indexOf("://") + 3);
        int end = rest.indexOf(uri.getRawAuthority()) + uri.getRawAuthority().length();
        return JSON.createValue(
            scheme + "://" + uri.getRawAuthority().toLowerCase(Locale.ROOT) + rest.substring(end));
      }
    } catch (URISyntaxException e) {
      // falls through to the message
    }
    throw new Unfit(
        "not-a-web-address",
        "«" + text + "» không phải là địa chỉ trang web; hãy viết như https://quen.vn.",
        "“" + text + "” is no web address; write it like https://quen.vn.");
  }

  /** A text is its line. */
  static @Nullable JsonValue address(Field field, JsonValue value) throws Unfit {
    if (value instanceof JsonString line) {
      return address(JSON.createObjectBuilder().add("line", line).build());
    }
    if (value instanceof JsonObject parts) {
      return address(parts);
    }
    throw new Unfit("wrong-type", "Ở đây cần một địa chỉ.", "This must be an address.");
  }

  private static @Nullable JsonValue address(JsonObject parts) throws Unfit {
    for (String name : parts.keySet()) {
      if (!ADDRESS_PARTS.contains(name)) {
        throw new Unfit(
            "wrong-type",
            "Địa chỉ không có phần «" + name + "».",
            "An address has no part “" + name + "”.");
      }
    }
    JsonObjectBuilder address = JSON.createObjectBuilder();
    boolean any = false;
    for (String name : ADDRESS_PARTS) {
      JsonValue part = parts.getOrDefault(name, JsonValue.NULL);
      String text = part == JsonValue.NULL ? "" : Folding.tidy(textual(part));
      if (text.length() > 300) {
        throw new Unfit("too-long", "Tối đa 300 ký tự.", "At most 300 characters.");
      }
      if (!text.isEmpty()) {
        address.add(name, text);
        any |= !name.equals("country");
      }
    }
    return any ? address.build() : null;
  }

  private static boolean matches(String pattern, String text) {
    return PATTERNS.computeIfAbsent(pattern, Values::compiled).test(text);
  }

  /** In linear time, but for what only Java's own patterns can say, which vendors may write. */
  private static Predicate<String> compiled(String pattern) {
    try {
      return com.google.re2j.Pattern.compile(pattern)::matches;
    } catch (com.google.re2j.PatternSyntaxException e) {
      try {
        return Pattern.compile(pattern).asMatchPredicate();
      } catch (PatternSyntaxException none) {
        throw new IllegalStateException("the field's pattern is none: " + pattern, none);
      }
    }
  }

  static @Nullable JsonValue number(Field field, JsonValue value) throws Unfit {
    BigDecimal number;
    if (value instanceof JsonNumber json) {
      number = json.bigDecimalValue();
    } else {
      String text = string(value, "một số", "a number").strip();
      if (text.isEmpty()) {
        return null;
      }
      try {
        number = new BigDecimal(text);
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
    boolean whole = field.type() == FieldType.INTEGER;
    int decimals = isDong(field) || whole ? 0 : 6;
    if (number.scale() > decimals) {
      if (whole) {
        throw new Unfit("not-whole", "Ở đây cần một số nguyên.", "This must be a whole number.");
      }
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

  static @Nullable JsonValue date(Field field, JsonValue value) throws Unfit {
    String written = string(value, "một ngày dạng yyyy-MM-dd", "a date like yyyy-MM-dd");
    if (written.isBlank()) {
      return null;
    }
    try {
      return day(field, LocalDate.parse(written.strip()));
    } catch (DateTimeException e) {
      throw new Unfit(
          "not-a-date",
          "«" + written + "» không phải là một ngày dạng yyyy-MM-dd.",
          "“" + written + "” is not a date like yyyy-MM-dd.");
    }
  }

  static JsonValue day(Field field, LocalDate day) throws Unfit {
    if (day.getYear() < 1 || day.getYear() > 9999) {
      throw new Unfit("not-a-date", "Năm phải từ 1 đến 9999.", "The year must be from 1 to 9999.");
    }
    return JSON.createValue(day.toString());
  }

  static @Nullable JsonValue instant(Field field, JsonValue value) throws Unfit {
    String written =
        string(
            value,
            "một thời điểm dạng 2026-03-05T07:30:00Z",
            "an instant such as 2026-03-05T07:30:00Z");
    if (written.isBlank()) {
      return null;
    }
    try {
      return moment(OffsetDateTime.parse(written.strip()).toInstant());
    } catch (DateTimeException e) {
      throw new Unfit(
          "not-an-instant",
          "«" + written + "» không phải là thời điểm dạng 2026-03-05T07:30:00Z.",
          "“" + written + "” is no instant such as 2026-03-05T07:30:00Z.");
    }
  }

  /** To the second, so that equal moments are equal texts. */
  static JsonValue moment(Instant instant) throws Unfit {
    Instant second = instant.truncatedTo(ChronoUnit.SECONDS);
    if (second.isBefore(FIRST) || second.isAfter(LAST)) {
      throw new Unfit(
          "not-an-instant", "Năm phải từ 1 đến 9999.", "The year must be from 1 to 9999.");
    }
    return JSON.createValue(second.toString());
  }

  static JsonValue bool(Field field, JsonValue value) throws Unfit {
    if (value == JsonValue.TRUE || value == JsonValue.FALSE) {
      return value;
    }
    throw new Unfit("wrong-type", "Ở đây cần true hoặc false.", "This must be true or false.");
  }

  static @Nullable JsonValue choice(Field field, JsonValue value) throws Unfit {
    String chosen = string(value, "một lựa chọn", "one of the choices");
    return chosen.isEmpty() ? null : JSON.createValue(chosen(field, chosen));
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

  static @Nullable JsonValue choices(Field field, JsonValue value) throws Unfit {
    Set<String> chosen = new LinkedHashSet<>();
    for (JsonValue one : array(value)) {
      chosen.add(chosen(field, string(one, "một lựa chọn", "one of the choices")));
    }
    return array(chosen);
  }

  static @Nullable JsonValue tags(Field field, JsonValue value) throws Unfit {
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

  /** Whether there is such a record, the database says. */
  static @Nullable JsonValue id(Field field, JsonValue value) throws Unfit {
    String written = string(value, "mã của một bản ghi", "the id of a record");
    if (written.isBlank()) {
      return null;
    }
    try {
      return JSON.createValue(UUID.fromString(written.strip()).toString());
    } catch (IllegalArgumentException e) {
      throw new Unfit(
          "not-an-id",
          "«" + written + "» không phải là mã của một bản ghi.",
          "“" + written + "” is no id of a record.");
    }
  }

  static @Nullable JsonValue member(Field field, JsonValue value) throws Unfit {
    String written = string(value, "mã của một thành viên", "the id of a member");
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

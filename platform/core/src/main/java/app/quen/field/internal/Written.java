package app.quen.field.internal;

import app.quen.field.Field;
import app.quen.field.FieldType;
import app.quen.field.internal.Values.Unfit;
import app.quen.text.Folding;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Year;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads values as people write them into a spreadsheet or a form. */
final class Written {

  private static final Pattern SEVERAL = Pattern.compile("[;,|\\n]");

  /** Not before an extension (024 3825 1234, máy lẻ 101), nor inside of 84/(0)912345678. */
  private static final Pattern SEVERAL_PHONES =
      Pattern.compile("[;,|\\n](?!\\s*\\p{L})|/(?!\\s*\\(0\\))|\\s-\\s");

  private static final Pattern ISO =
      Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?:[T ].*)?");
  private static final Pattern DAY_FIRST =
      Pattern.compile("(\\d{1,2})[-/. ](\\d{1,2})[-/. ](\\d{4}|\\d{2})(?:[T ,].*)?");
  private static final Pattern DAY_AND_TIME =
      Pattern.compile(
          "(.+?)[T ,]+(\\d{1,2})[:hg](\\d{2})(?::(\\d{2})(?:[.]\\d+)?)? ?(Z|[+-]\\d{2}:?\\d{2})?");

  private static final Pattern IN_WORDS =
      Pattern.compile("(?:ngay )?(\\d{1,2}) thang (\\d{1,2})(?: nam|,)? (\\d{4})");
  private static final Pattern AMOUNT =
      Pattern.compile("(-?)([0-9][0-9.,]*)(k|n|ng|nghin|ngan|tr|trieu|m|ty|ti|b)?([0-9]{0,3})");
  private static final Set<String> YES =
      Set.of("co", "x", "true", "1", "yes", "y", "dung", "roi", "v", "ok", "✓", "✔", "☑", "on");
  private static final Set<String> NO =
      Set.of("khong", "false", "0", "no", "n", "sai", "chua", "k", "ko", "✗", "☐", "off", "-");

  private Written() {}

  /**
   * JSON null where nothing is written.
   *
   * @param zone whose clock is meant where none is written
   */
  static JsonValue read(Field field, String written, ZoneId zone) throws Unfit {
    String text = Folding.tidy(Normalizer.normalize(written, Normalizer.Form.NFC));
    if (text.isEmpty()) {
      return JsonValue.NULL;
    }
    JsonValue value = Types.of(field.type()).read().of(field, text, written, zone);
    return value == null ? JsonValue.NULL : value;
  }

  static JsonValue contacts(Field field, String written) {
    JsonArrayBuilder contacts = Values.JSON.createArrayBuilder();
    boolean phones = field.type() == FieldType.PHONE;
    for (String one : (phones ? SEVERAL_PHONES : SEVERAL).split(written)) {
      String value = Folding.tidy(one);
      if (!value.isEmpty()) {
        contacts.add(Values.JSON.createObjectBuilder(Map.of("value", value)));
      }
    }
    return contacts.build();
  }

  static JsonValue tags(String written) {
    Set<String> tags = new LinkedHashSet<>();
    for (String one : SEVERAL.split(written)) {
      String tag = Folding.tidy(one);
      if (!tag.isEmpty()) {
        tags.add(tag);
      }
    }
    JsonValue array = ChosenValues.array(tags);
    return array == null ? JsonValue.NULL : array;
  }

  static JsonValue choices(Field field, String written) throws Unfit {
    Set<String> chosen = new LinkedHashSet<>();
    // a label may have a comma in it
    if (isChoice(field, written)) {
      chosen.add(choice(field, Folding.tidy(written)));
    } else {
      for (String one : SEVERAL.split(written)) {
        String text = Folding.tidy(one);
        if (!text.isEmpty()) {
          chosen.add(choice(field, text));
        }
      }
    }
    JsonValue array = ChosenValues.array(chosen);
    return array == null ? JsonValue.NULL : array;
  }

  private static boolean isChoice(Field field, String written) {
    try {
      choice(field, Folding.tidy(written));
      return true;
    } catch (Unfit e) {
      return false;
    }
  }

  /** By value, or by label in either language; accents and punctuation do not matter. */
  static String choice(Field field, String text) throws Unfit {
    for (Field.Choice choice : field.choices()) {
      if (choice.value().equalsIgnoreCase(text)) {
        return choice.value();
      }
    }
    String words = String.join(" ", Folding.words(text));
    for (Field.Choice choice : field.choices()) {
      if (words.equals(words(choice.label().vi()))
          || words.equals(words(choice.label().en()))
          || words.equals(words(choice.value()))) {
        return choice.value();
      }
    }
    throw ChosenValues.notAChoice(field, text);
  }

  private static String words(String text) {
    return String.join(" ", Folding.words(text));
  }

  static JsonValue bool(String text) throws Unfit {
    String word = Folding.fold(text);
    if (YES.contains(word)) {
      return JsonValue.TRUE;
    }
    if (NO.contains(word)) {
      return JsonValue.FALSE;
    }
    throw new Unfit(
        "not-yes-or-no",
        "“" + text + "” không phải là có hoặc không.",
        "“" + text + "” is neither yes nor no.");
  }

  static JsonValue date(Field field, String text) throws Unfit {
    return OrderedValues.day(field, date(text));
  }

  /** With a zone, or by the clock of the place where it is written. */
  static JsonValue instant(String text, ZoneId here) throws Unfit {
    Matcher parts = DAY_AND_TIME.matcher(text);
    try {
      if (parts.matches()) {
        String zone = parts.group(5);
        LocalTime time =
            LocalTime.of(
                number(parts, 2), number(parts, 3), parts.group(4) == null ? 0 : number(parts, 4));
        return OrderedValues.moment(
            date(parts.group(1))
                .atTime(time)
                .atZone(zone == null ? here : ZoneId.of(zone))
                .toInstant());
      }
      return OrderedValues.moment(date(text).atStartOfDay(here).toInstant());
    } catch (DateTimeException e) {
      throw new Unfit(
          "not-an-instant",
          "“" + text + "” không phải là ngày giờ; hãy viết như 05/03/2026 14:30.",
          "“" + text + "” is no date and time; write it like 05/03/2026 14:30 (day first).");
    }
  }

  static JsonValue number(Field field, String text) throws Unfit {
    if (field.type() == FieldType.PERCENT) {
      return OrderedValues.number(field, amount(field, text.replace("%", "").strip()));
    }
    return OrderedValues.number(field, amount(field, text));
  }

  /** The whole of it is the line: who writes an address into one cell does not say its parts. */
  static JsonValue address(String text) throws Unfit {
    JsonValue address = Values.JSON.createObjectBuilder().add("line", text).build();
    if (text.length() > 300) {
      throw new Unfit("too-long", "Tối đa 300 ký tự.", "At most 300 characters.");
    }
    return address;
  }

  private static LocalDate date(String text) throws Unfit {
    try {
      Matcher iso = ISO.matcher(text);
      if (iso.matches()) {
        return LocalDate.of(number(iso, 1), number(iso, 2), number(iso, 3));
      }
      Matcher dayFirst = DAY_FIRST.matcher(text);
      if (dayFirst.matches()) {
        int day = number(dayFirst, 1);
        int month = number(dayFirst, 2);
        int year = year(dayFirst.group(3));
        // 3/25/2026 can only be meant the American way
        return month > 12 && day <= 12
            ? LocalDate.of(year, day, month)
            : LocalDate.of(year, month, day);
      }
      Matcher inWords = IN_WORDS.matcher(Folding.fold(text));
      if (inWords.matches()) {
        return LocalDate.of(number(inWords, 3), number(inWords, 2), number(inWords, 1));
      }
    } catch (DateTimeException e) {
      // falls through to the message
    }
    throw new Unfit(
        "not-a-date",
        "“" + text + "” không phải là một ngày; hãy viết như 05/03/2026.",
        "“" + text + "” is not a date; write it like 05/03/2026 (day first).");
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }

  /** Two digits mean the century that lies nearest: up to ten years ahead, else in the past. */
  private static int year(String digits) {
    int year = Integer.parseInt(digits);
    if (digits.length() == 4) {
      return year;
    }
    int now = Year.now().getValue();
    int inThisCentury = now - now % 100 + year;
    return inThisCentury > now + 10 ? inThisCentury - 100 : inThisCentury;
  }

  private static BigDecimal amount(Field field, String text) throws Unfit {
    String compact =
        Folding.fold(text)
            .replaceAll("[\\s'’_]", "")
            .replaceAll("(vnd|dong|₫|usd|\\$|€|eur)", "")
            .replaceAll("(?<=[0-9a-z])d$", "")
            .replace('−', '-');
    Matcher amount = AMOUNT.matcher(compact);
    if (!amount.matches() || (amount.group(3) == null && !amount.group(4).isEmpty())) {
      throw notANumber(text);
    }
    BigDecimal factor = factor(amount.group(3));
    boolean groups = field.type() == FieldType.MONEY || field.type() == FieldType.INTEGER;
    BigDecimal number = plain(amount.group(2), groups && factor.equals(BigDecimal.ONE), text);
    number = number.multiply(factor);
    String rest = amount.group(4);
    if (!rest.isEmpty()) {
      // 1tr5 is one and a half million, 2tr350 is 2,350,000
      number = number.add(new BigDecimal("0." + rest).multiply(factor));
    }
    return amount.group(1).isEmpty() ? number : number.negate();
  }

  private static BigDecimal factor(@Nullable String unit) {
    if (unit == null) {
      return BigDecimal.ONE;
    }
    return switch (unit) {
      case "k", "n", "ng", "nghin", "ngan" -> BigDecimal.valueOf(1_000);
      case "tr", "trieu", "m" -> BigDecimal.valueOf(1_000_000);
      default -> BigDecimal.valueOf(1_000_000_000);
    };
  }

  /**
   * @param groups whether a single separator before three digits groups thousands: so in amounts of
   *     money
   */
  private static BigDecimal plain(String digits, boolean groups, String written) throws Unfit {
    int dots = count(digits, '.');
    int commas = count(digits, ',');
    String plain;
    if (dots > 0 && commas > 0) {
      boolean point = digits.lastIndexOf('.') > digits.lastIndexOf(',');
      if ((point ? dots : commas) > 1) {
        throw notANumber(written);
      }
      plain = point ? digits.replace(",", "") : digits.replace(".", "").replace(',', '.');
    } else if (dots > 1 || commas > 1) {
      if (!digits.matches("[0-9]{1,3}([.,][0-9]{3})+")) {
        throw notANumber(written);
      }
      plain = digits.replace(".", "").replace(",", "");
    } else {
      boolean thousands = digits.matches("[1-9][0-9]{0,2}[.,][0-9]{3}");
      // 1,125 groups everywhere, 1.125 is how machines write a fraction
      plain =
          thousands && (groups || commas == 1)
              ? digits.replace(".", "").replace(",", "")
              : digits.replace(',', '.');
    }
    try {
      return new BigDecimal(plain.endsWith(".") ? plain.substring(0, plain.length() - 1) : plain);
    } catch (NumberFormatException e) {
      throw notANumber(written);
    }
  }

  private static int count(String text, char c) {
    return (int) text.chars().filter(other -> other == c).count();
  }

  private static Unfit notANumber(String text) {
    return new Unfit(
        "not-a-number", "“" + text + "” không phải là một số.", "“" + text + "” is not a number.");
  }
}

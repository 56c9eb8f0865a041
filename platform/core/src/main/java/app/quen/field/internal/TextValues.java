package app.quen.field.internal;

import app.quen.field.Field;
import app.quen.field.internal.Values.Unfit;
import app.quen.text.EmailAddress;
import app.quen.text.Folding;
import app.quen.text.PhoneNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Texts and what is written like one: addresses of people, pages and places. */
final class TextValues {

  static final int MAX_TEXT = 2000;
  static final int MAX_LONG_TEXT = 20_000;

  /** In the order in which people read them. */
  static final List<String> ADDRESS_PARTS =
      List.of("line", "ward", "district", "province", "country", "postalCode");

  private static final Map<String, Predicate<String>> PATTERNS = new ConcurrentHashMap<>();

  private TextValues() {}

  static @Nullable JsonValue text(Field field, JsonValue value) throws Unfit {
    return text(field, Folding.tidy(Values.textual(value)), MAX_TEXT);
  }

  /** Lines stay lines. */
  static @Nullable JsonValue longText(Field field, JsonValue value) throws Unfit {
    String text =
        Values.textual(value)
            .lines()
            .map(Folding::tidy)
            .collect(Collectors.joining("\n"))
            .replaceAll("\n{3,}", "\n\n")
            .strip();
    return text(field, text, MAX_LONG_TEXT);
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
          "“" + text + "” không đúng dạng." + hintVi,
          "“" + text + "” is not of the right form." + hintEn);
    }
    return Values.JSON.createValue(text);
  }

  static @Nullable JsonValue email(Field field, JsonValue value) throws Unfit {
    String text = Values.textual(value).strip();
    if (text.isEmpty()) {
      return null;
    }
    EmailAddress address =
        EmailAddress.read(text)
            .orElseThrow(
                () ->
                    new Unfit(
                        "not-an-email",
                        "“" + text + "” không phải là địa chỉ e-mail; hãy viết như hoa@cty.vn.",
                        "“" + text + "” is no e-mail address; write it like hoa@cty.vn."));
    return Values.JSON.createValue(address.normal());
  }

  static @Nullable JsonValue phone(Field field, JsonValue value) throws Unfit {
    String text = Values.textual(value).strip();
    if (text.isEmpty()) {
      return null;
    }
    PhoneNumber number =
        PhoneNumber.read(text)
            .orElseThrow(
                () ->
                    new Unfit(
                        "not-a-phone",
                        "“" + text + "” không phải là số điện thoại; hãy viết như 0912 345 678.",
                        "“" + text + "” is no phone number; write it like 0912 345 678."));
    return Values.JSON.createValue(number.normal());
  }

  static @Nullable JsonValue url(Field field, JsonValue value) throws Unfit {
    String text = Values.textual(value).strip();
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
        return Values.JSON.createValue(
            scheme + "://" + uri.getRawAuthority().toLowerCase(Locale.ROOT) + rest.substring(end));
      }
    } catch (URISyntaxException e) {
      // falls through to the message
    }
    throw new Unfit(
        "not-a-web-address",
        "“" + text + "” không phải là địa chỉ trang web; hãy viết như https://quen.vn.",
        "“" + text + "” is no web address; write it like https://quen.vn.");
  }

  /** A text is its line. */
  static @Nullable JsonValue address(Field field, JsonValue value) throws Unfit {
    if (value instanceof JsonString line) {
      return address(Values.JSON.createObjectBuilder().add("line", line).build());
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
            "Địa chỉ không có phần “" + name + "”.",
            "An address has no part “" + name + "”.");
      }
    }
    JsonObjectBuilder address = Values.JSON.createObjectBuilder();
    boolean any = false;
    for (String name : ADDRESS_PARTS) {
      JsonValue part = parts.getOrDefault(name, JsonValue.NULL);
      String text = part == JsonValue.NULL ? "" : Folding.tidy(Values.textual(part));
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
    return PATTERNS.computeIfAbsent(pattern, TextValues::compiled).test(text);
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
}

package app.quen.text;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A phone number.
 *
 * @param written as somebody wrote it: from a number alone nobody can tell an old landline such as
 *     037 3852 123 (Thanh Hóa before 2017) from the mobile number that it looks like today
 * @param normal E.164, e.g. {@code +84912345678}, with {@code ;ext=} and the extension where there
 *     is one (RFC 3966); a Vietnamese mobile number from before 2018 in the form that it has now
 */
public record PhoneNumber(String written, String normal) {

  private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();
  private static final String HOME = "VN";
  private static final String HOME_CODE = "84";
  private static final int MAX_LENGTH = 60;

  /** Of folded text. */
  private static final Pattern EXTENSION =
      Pattern.compile(
          "[\\s,;(/-]*(?:;ext=|#|(?:ext(?:ension)?|(?:so )?may le|(?:so )?noi bo|so le|nhanh|x)"
              + "\\s?[.:]?)\\s*([0-9]{1,6})\\s*\\)?$");

  /** New prefix by old one, both without the leading zero. */
  private static final Map<String, String> MOVED = readMoved();

  /** Reads a number as people write it in Vietnam; empty if it is none. */
  public static Optional<PhoneNumber> read(String written) {
    if (written.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    String text = Folding.fold(written);
    Matcher extension = EXTENSION.matcher(text);
    String behind = "";
    if (extension.find() && extension.start() > 0) {
      behind = ";ext=" + extension.group(1);
      text = text.substring(0, extension.start());
    }
    if (text.chars().anyMatch(Character::isLetter)) {
      return Optional.empty();
    }
    try {
      var number = LIBRARY.parse(today(text), HOME);
      if (!LIBRARY.isValidNumber(number)) {
        return Optional.empty();
      }
      String normal = LIBRARY.format(number, PhoneNumberUtil.PhoneNumberFormat.E164) + behind;
      return Optional.of(new PhoneNumber(written.strip(), normal));
    } catch (NumberParseException e) {
      return Optional.empty();
    }
  }

  /** Its digits as people dial them at home: {@code 0912345678}, {@code 14155552671}. */
  public static String dialled(String normal) {
    int end = normal.indexOf(';');
    String number = end < 0 ? normal : normal.substring(0, end);
    return number.startsWith("+84") ? "0" + number.substring(3) : number.substring(1);
  }

  /**
   * How the normal forms begin of the numbers that once began so: {@code 0164 12} is {@code
   * +843412}. Empty if no number has moved from there.
   */
  public static Optional<String> movedBeginning(String typed) {
    String national = atHome(typed);
    if (national == null && digits(typed).startsWith("0")) {
      national = digits(typed).substring(1);
    }
    return Optional.ofNullable(national == null ? null : moved(national));
  }

  /**
   * The number with the prefix of today. Must come before validation: the library knows the old
   * numbers no more.
   */
  private static String today(String text) {
    String national = atHome(text);
    if (national == null) {
      String digits = digits(text);
      boolean old =
          digits.length() == 11 && digits.startsWith("0")
              || digits.length() == 10 && digits.startsWith("1");
      if (text.contains("+") || !old) {
        return text;
      }
      national = digits.startsWith("0") ? digits.substring(1) : digits;
    }
    String moved = national.length() == 10 ? moved(national) : null;
    if (moved != null) {
      return moved;
    }
    return atHome(text) == null ? text : "+" + HOME_CODE + national;
  }

  /**
   * The digits behind the country code of Vietnam, without the zero that some put there too; null
   * if the number does not bear this code.
   */
  private static @Nullable String atHome(String text) {
    String digits = digits(text);
    int plus = text.indexOf('+');
    if (plus >= 0 && !digits(text.substring(0, plus)).isEmpty()) {
      return null;
    }
    String rest;
    if (digits.startsWith("00" + HOME_CODE) && plus < 0) {
      rest = digits.substring(4);
    } else if (digits.startsWith(HOME_CODE) && (plus >= 0 || digits.length() >= 11)) {
      rest = digits.substring(2);
    } else {
      return null;
    }
    return rest.startsWith("0") ? rest.substring(1) : rest;
  }

  private static @Nullable String moved(String national) {
    if (national.length() < 3) {
      return null;
    }
    String prefix = MOVED.get(national.substring(0, 3));
    return prefix == null ? null : "+" + HOME_CODE + prefix + national.substring(3);
  }

  private static String digits(String text) {
    StringBuilder digits = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      int digit = Character.digit(text.charAt(i), 10);
      if (digit >= 0) {
        digits.append((char) ('0' + digit));
      }
    }
    return digits.toString();
  }

  private static Map<String, String> readMoved() {
    Map<String, String> moved = new HashMap<>();
    try (var lines =
        new BufferedReader(
            new InputStreamReader(
                PhoneNumber.class.getResourceAsStream("prefix_11_to_10.tsv"),
                StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] cells = line.split("\t");
        if (cells.length == 3 && cells[0].startsWith("0")) {
          moved.put(cells[0].substring(1), cells[1].substring(1));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.copyOf(moved);
  }
}

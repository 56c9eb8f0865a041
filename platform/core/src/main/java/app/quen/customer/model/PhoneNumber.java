package app.quen.customer.model;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A phone number.
 *
 * @param written as somebody wrote it
 * @param normal E.164, e.g. {@code +84912345678}; a Vietnamese mobile number from before 2018 in
 *     the form that it has now
 */
public record PhoneNumber(String written, String normal) {

  private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();
  private static final String HOME = "VN";

  /** New prefix by old one, both without the leading zero. */
  private static final Map<String, String> MOVED = readMoved();

  /** Reads a number as people write it in Vietnam; empty if it is none. */
  public static Optional<PhoneNumber> read(String written) {
    String text = Normalizer.normalize(written, Normalizer.Form.NFKC).strip();
    if (text.length() > 40 || hasLetters(text)) {
      return Optional.empty();
    }
    try {
      var number = LIBRARY.parse(moved(text), HOME);
      if (!LIBRARY.isValidNumber(number)) {
        return Optional.empty();
      }
      return Optional.of(
          new PhoneNumber(
              written.strip(), LIBRARY.format(number, PhoneNumberUtil.PhoneNumberFormat.E164)));
    } catch (NumberParseException e) {
      return Optional.empty();
    }
  }

  /** Its digits as people dial them at home: {@code 0912345678}, {@code 14155552671}. */
  public static String dialled(String normal) {
    return normal.startsWith("+84") ? "0" + normal.substring(3) : normal.substring(1);
  }

  /**
   * The number with the prefix of today. Must come before validation: the library knows the old
   * numbers no more.
   */
  private static String moved(String text) {
    StringBuilder digits = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        digits.append(c);
      } else if (c == '+' && !digits.isEmpty()) {
        return text;
      }
    }
    boolean international = text.startsWith("+");
    String national;
    if (starts(digits, "0084", 14)) {
      national = digits.substring(4);
    } else if (starts(digits, "84", 12)) {
      national = digits.substring(2);
    } else if (!international && starts(digits, "0", 11)) {
      national = digits.substring(1);
    } else if (!international && digits.length() == 10 && digits.charAt(0) == '1') {
      national = digits.toString();
    } else {
      return text;
    }
    String prefix = MOVED.get(national.substring(0, 3));
    return prefix == null ? text : "+84" + prefix + national.substring(3);
  }

  private static boolean starts(StringBuilder digits, String with, int length) {
    return digits.length() == length && digits.indexOf(with) == 0;
  }

  private static boolean hasLetters(String text) {
    return text.chars().anyMatch(Character::isLetter);
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

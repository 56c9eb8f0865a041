package app.quen.importing.internal;

import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Guesses from its values what a column holds. */
final class ColumnTypes {

  private static final Pattern NUMBER =
      Pattern.compile(
          "[+\\-]?(\\d{1,3}([.,\\s]\\d{3})+([.,]\\d+)?|\\d+([.,]\\d+)?)\\s*(đ|₫|vnd|vnđ|%)?");
  private static final Pattern DATE =
      Pattern.compile(
          "\\d{1,2}[/.\\-]\\d{1,2}[/.\\-](\\d{2}|\\d{4})(["
              + " ,T].*)?|\\d{4}[/.\\-]\\d{1,2}[/.\\-]\\d{1,2}([ T].*)?");
  private static final Pattern PHONE = Pattern.compile("(\\+|00)?[\\d][\\d\\s.()\\-]{7,17}\\d");
  private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
  private static final Set<String> BOOLEANS =
      Set.of("yes", "no", "y", "n", "true", "false", "có", "không", "đúng", "sai", "x", "1", "0");
  private static final double MOST = 0.8;

  private ColumnTypes() {}

  static String guess(Collection<String> cells) {
    int filled = 0;
    int numbers = 0;
    int dates = 0;
    int phones = 0;
    int emails = 0;
    int booleans = 0;
    Set<String> distinct = new HashSet<>();
    for (String raw : cells) {
      String cell = Row.strip(raw).toLowerCase(Locale.ROOT);
      if (cell.isEmpty()) {
        continue;
      }
      filled++;
      distinct.add(cell);
      booleans += BOOLEANS.contains(cell) ? 1 : 0;
      dates += DATE.matcher(cell).matches() ? 1 : 0;
      numbers += NUMBER.matcher(cell).matches() ? 1 : 0;
      String first = cell.split("[;/,|]", 2)[0].strip();
      phones += looksLikePhone(first) ? 1 : 0;
      emails += EMAIL.matcher(first).matches() ? 1 : 0;
    }
    if (filled == 0) {
      return "empty";
    }
    double most = filled * MOST;
    if (emails >= most) {
      return "email";
    }
    if (dates >= most) {
      return "date";
    }
    if (booleans >= most && distinct.size() <= 2) {
      return "boolean";
    }
    if (phones >= most) {
      return "phone";
    }
    if (numbers >= most) {
      return "number";
    }
    return filled >= 20 && distinct.size() <= Math.min(12, filled / 4) ? "choice" : "text";
  }

  /** A Vietnamese number, or an international one with its plus; not every long number. */
  private static boolean looksLikePhone(String cell) {
    if (!PHONE.matcher(cell).matches()) {
      return false;
    }
    StringBuilder digits = new StringBuilder();
    for (char c : cell.toCharArray()) {
      if (Character.isDigit(c)) {
        digits.append(c);
      }
    }
    int length = digits.length();
    if (cell.startsWith("+") || cell.startsWith("00")) {
      return length >= 9 && length <= 15;
    }
    char first = digits.charAt(0);
    if (first == '0') {
      return length == 10 || length == 11;
    }
    return digits.indexOf("84") == 0 && (length == 11 || length == 12)
        // Excel takes the leading zero of a mobile number away
        || length == 9 && "35789".indexOf(first) >= 0 && cell.length() == 9;
  }
}

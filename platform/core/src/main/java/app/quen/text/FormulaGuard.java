package app.quen.text;

/**
 * Keeps spreadsheet programs from taking a text for a formula: a cell of a CSV file that begins
 * like one gets an apostrophe in front, as OWASP advises, and loses it again on the way in.
 */
public final class FormulaGuard {

  /** The wide signs too: spreadsheet programs of East Asia take them for the others. */
  private static final String BEGINNINGS = "=+-@\t\r\n＝＋－＠";

  private FormulaGuard() {}

  /** The text as it may stand in a CSV file. */
  public static String guarded(String text) {
    return begins(text, 0) || isGuarded(text) ? "'" + text : text;
  }

  /** What was meant by a cell of a CSV file. */
  public static String plain(String cell) {
    return isGuarded(cell) ? cell.substring(1) : cell;
  }

  /** Any number of apostrophes, and then the beginning of a formula. */
  private static boolean isGuarded(String cell) {
    int i = 0;
    while (i < cell.length() && cell.charAt(i) == '\'') {
      i++;
    }
    return i > 0 && begins(cell, i);
  }

  private static boolean begins(String text, int at) {
    return at < text.length() && BEGINNINGS.indexOf(text.charAt(at)) >= 0;
  }
}

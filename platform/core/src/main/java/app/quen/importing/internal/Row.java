package app.quen.importing.internal;

/**
 * One row of a file.
 *
 * @param number as a spreadsheet shows it: the first row of the file is 1, whatever is in it
 * @param cells trimmed of nothing; a row may have fewer or more than its neighbours
 */
record Row(long number, String[] cells) {

  /** The cell there, without surrounding white space; empty where the row is too short. */
  String cell(int index) {
    return index < cells.length ? strip(cells[index]) : "";
  }

  boolean isBlank() {
    for (String cell : cells) {
      if (!strip(cell).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  /** Also takes off the no-break spaces and byte order marks that copied cells bring along. */
  static String strip(String cell) {
    int from = 0;
    int to = cell.length();
    while (from < to && isSpace(cell.charAt(from))) {
      from++;
    }
    while (to > from && isSpace(cell.charAt(to - 1))) {
      to--;
    }
    return cell.substring(from, to);
  }

  private static boolean isSpace(char c) {
    return c <= ' ' || c == '\u00A0' || c == '\uFEFF' || c == '\u200B' || Character.isWhitespace(c);
  }
}

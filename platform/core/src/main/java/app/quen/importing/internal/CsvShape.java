package app.quen.importing.internal;

import app.quen.field.Invalid;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Guesses the delimiter of a CSV text, and whether its first row names the columns. */
final class CsvShape {

  static final char[] DELIMITERS = {',', ';', '\t', '|'};

  private static final int ROWS = 200;
  private static final Pattern VALUE =
      Pattern.compile(
          "[+\\-]?[\\d.,\\s()/:%₫đ+-]*\\d[\\d.,\\s()/:%₫đ-]*|[^@\\s]+@[^@\\s]+\\.[^@\\s]+"
              + "|(?i:true|false|yes|no|có|không)");

  private CsvShape() {}

  /**
   * The delimiter under which the rows agree best on a number of columns above one; comma if none
   * does.
   */
  static char delimiter(String head) {
    char best = ',';
    double bestScore = 0;
    for (char delimiter : DELIMITERS) {
      double score = score(rows(head, delimiter));
      if (score > bestScore + 1e-9) {
        best = delimiter;
        bestScore = score;
      }
    }
    return best;
  }

  private static double score(List<Row> rows) {
    Map<Integer, Integer> byWidth = new HashMap<>();
    for (Row row : rows) {
      byWidth.merge(row.cells().length, 1, Integer::sum);
    }
    double score = 0;
    for (var width : byWidth.entrySet()) {
      if (width.getKey() > 1) {
        double agreeing = (double) width.getValue() / rows.size();
        // agreement first; more columns decide between delimiters that agree as well
        score = Math.max(score, agreeing * agreeing * (1 + Math.log(width.getKey()) / 10));
      }
    }
    return score;
  }

  /** The rows of a text; the last one is left out if there are others, as it may be cut off. */
  static List<Row> rows(String head, char delimiter) {
    List<Row> rows = new ArrayList<>();
    try (RowSource source = CsvRows.of(new StringReader(head), delimiter)) {
      for (Row row = source.next(); row != null && rows.size() < ROWS; row = source.next()) {
        rows.add(row);
      }
    } catch (Invalid cutOffInsideAQuote) {
      return rows;
    }
    return rows;
  }

  /** True if nothing in the first row looks like a value, and no name comes twice. */
  static boolean hasHeader(List<Row> rows) {
    if (rows.isEmpty()) {
      return false;
    }
    Row first = rows.getFirst();
    Set<String> names = new HashSet<>();
    int named = 0;
    for (int i = 0; i < first.cells().length; i++) {
      String cell = first.cell(i);
      if (cell.isEmpty()) {
        continue;
      }
      named++;
      if (VALUE.matcher(cell).matches() || cell.length() > 120 || !names.add(cell)) {
        return false;
      }
    }
    return named > 0;
  }
}

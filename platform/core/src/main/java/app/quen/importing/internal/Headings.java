package app.quen.importing.internal;

import app.quen.digest.Sha256;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** Column headings, made comparable. */
final class Headings {

  private Headings() {}

  /**
   * Lower-case words of ASCII letters and digits with one space between: accents, case, đ, camel
   * case and punctuation make no difference. {@code "Số ĐT"} gives {@code "so dt"}, {@code
   * "MonthlyCharges"} gives {@code "monthly charges"}.
   */
  static String fold(String heading) {
    String decomposed = Normalizer.normalize(heading, Normalizer.Form.NFD);
    StringBuilder words = new StringBuilder(decomposed.length() + 8);
    char before = ' ';
    for (int i = 0; i < decomposed.length(); i++) {
      char c = decomposed.charAt(i);
      if (c == 'đ' || c == 'Đ') {
        c = c == 'đ' ? 'd' : 'D';
      }
      if (Character.getType(c) == Character.NON_SPACING_MARK) {
        continue;
      }
      boolean humps = Character.isUpperCase(c) && Character.isLowerCase(before);
      boolean digits =
          Character.isLetterOrDigit(before)
              && Character.isLetterOrDigit(c)
              && Character.isDigit(before) != Character.isDigit(c);
      if (humps || digits) {
        words.append(' ');
      }
      words.append(Character.isLetterOrDigit(c) ? c : ' ');
      before = c;
    }
    return words.toString().toLowerCase(Locale.ROOT).strip().replaceAll("\\s+", " ");
  }

  /** The same, without spaces: {@code "monthlycharges"}. */
  static String joined(String folded) {
    return folded.replace(" ", "");
  }

  /** Tells files with the same columns apart from others, whatever the order of the columns. */
  static String setOf(String record, List<String> headings) {
    String all =
        String.join("\n", headings.stream().map(Headings::fold).distinct().sorted().toList());
    if (!record.equals("customer")) {
      all = record + "\n\n" + all;
    }
    return HexFormat.of().formatHex(Sha256.of(all));
  }
}

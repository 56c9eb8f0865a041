package app.quen.record.internal;

import java.text.Normalizer;

/** Texts of many lines in their normal form. */
final class Multiline {

  private Multiline() {}

  /** NFC, lines end with a line feed, no other control characters, no space at the ends. */
  static String tidy(String text) {
    String composed = Normalizer.normalize(text, Normalizer.Form.NFC).replace("\r\n", "\n");
    StringBuilder tidy = new StringBuilder(composed.length());
    composed
        .codePoints()
        .map(c -> c == '\r' ? '\n' : c)
        .filter(c -> c == '\n' || c == '\t' || !isControl(c))
        .forEach(tidy::appendCodePoint);
    return tidy.toString().strip();
  }

  private static boolean isControl(int c) {
    int type = Character.getType(c);
    return type == Character.CONTROL || type == Character.SURROGATE;
  }
}

package app.quen.text;

import java.text.Normalizer;
import java.util.Locale;

/**
 * A key that sorts, byte by byte, as a Vietnamese dictionary does: a ă â b c d đ e ê … and only
 * where all letters are equal by tone: none, huyền, hỏi, ngã, sắc, nặng.
 */
public final class VietnameseOrder {

  private static final int BREVE = 0x306;
  private static final int CIRCUMFLEX = 0x302;
  private static final int HORN = 0x31b;

  /** In the order of the dictionary: huyền, hỏi, ngã, sắc, nặng. */
  private static final String TONES = "\u0300\u0309\u0303\u0301\u0323";

  private VietnameseOrder() {}

  /** Both sides of the key are plain text: letters first, then the tones of the letters. */
  public static String key(String text) {
    String parts =
        Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT).strip();
    StringBuilder letters = new StringBuilder(parts.length() + 8);
    StringBuilder tones = new StringBuilder();
    int word = 0;
    boolean space = false;
    for (int i = 0; i < parts.length(); ) {
      int c = parts.codePointAt(i);
      i += Character.charCount(c);
      if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        space = !letters.isEmpty();
        continue;
      }
      if (space) {
        letters.append(' ');
        word++;
        space = false;
      }
      int tone = c < 0x10000 ? TONES.indexOf((char) c) : -1;
      if (tone >= 0) {
        while (tones.length() < word) {
          tones.append('0');
        }
        if (tones.length() == word) {
          tones.append((char) ('1' + tone));
        }
      } else if (c == BREVE) {
        letters.append('~');
      } else if (c == CIRCUMFLEX || c == HORN) {
        // ă < â, but o < ô < ơ
        letters.append(c == CIRCUMFLEX && !follows(letters, 'a') ? "~" : hornOrHat(letters));
      } else if (c == 'đ' || c == 'ð') {
        letters.append("d~");
      } else if (Character.isLetterOrDigit(c) || isMiddle(c)) {
        letters.appendCodePoint(c);
      }
    }
    return tones.isEmpty() ? letters.toString() : letters.append('\u0002').append(tones).toString();
  }

  private static String hornOrHat(StringBuilder letters) {
    return follows(letters, 'u') ? "~" : "~~";
  }

  private static boolean follows(StringBuilder letters, char letter) {
    return !letters.isEmpty() && letters.charAt(letters.length() - 1) == letter;
  }

  private static boolean isMiddle(int c) {
    return c > ' ' && c < 0x7f && c != '~';
  }
}

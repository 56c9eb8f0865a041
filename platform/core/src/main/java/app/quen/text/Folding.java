package app.quen.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Text without what people leave out when they search: case, accents, tone marks and where these
 * stand, the stroke of đ. Folding what is folded changes nothing.
 */
public final class Folding {

  private Folding() {}

  /** {@code Đặng Thuỳ Dung} is {@code dang thuy dung}. */
  public static String fold(String text) {
    return isFolded(text) ? text : strip(strip(text));
  }

  /** The folded words: what stands between spaces and punctuation. */
  public static List<String> words(String text) {
    String folded = fold(text);
    List<String> words = new ArrayList<>();
    int start = -1;
    for (int i = 0; i <= folded.length(); ) {
      int c = i < folded.length() ? folded.codePointAt(i) : -1;
      boolean inWord = c >= 0 && Character.isLetterOrDigit(c);
      if (inWord && start < 0) {
        start = i;
      } else if (!inWord && start >= 0) {
        words.add(folded.substring(start, i));
        start = -1;
      }
      i += c < 0 ? 1 : Character.charCount(c);
    }
    return words;
  }

  /** The text in NFC, without control and invisible characters, each run of spaces one space. */
  public static String tidy(String text) {
    String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    StringBuilder tidy = new StringBuilder(composed.length());
    boolean space = false;
    for (int i = 0; i < composed.length(); ) {
      int c = composed.codePointAt(i);
      i += Character.charCount(c);
      if (isSpace(c)) {
        space = !tidy.isEmpty();
      } else if (!isInvisible(c)) {
        if (space) {
          tidy.append(' ');
          space = false;
        }
        tidy.appendCodePoint(c);
      }
    }
    return tidy.toString();
  }

  private static boolean isFolded(String text) {
    boolean space = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean plain = c > ' ' && c < 0x7f && (c < 'A' || c > 'Z');
      if (!plain && (c != ' ' || space)) {
        return false;
      }
      space = c == ' ';
    }
    return text.isEmpty() || !space;
  }

  private static String strip(String text) {
    String parts = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    StringBuilder folded = new StringBuilder(parts.length());
    boolean space = false;
    for (int i = 0; i < parts.length(); ) {
      int c = parts.codePointAt(i);
      i += Character.charCount(c);
      if (isSpace(c)) {
        space = !folded.isEmpty();
        continue;
      }
      if (isMark(c) || isInvisible(c)) {
        continue;
      }
      if (space) {
        folded.append(' ');
        space = false;
      }
      switch (c) {
        // ð is written for đ by some input methods
        case 'đ', 'ð' -> folded.append('d');
        case 'ł' -> folded.append('l');
        case 'ø' -> folded.append('o');
        case 'ı' -> folded.append('i');
        case 'ß' -> folded.append("ss");
        case 'æ' -> folded.append("ae");
        case 'œ' -> folded.append("oe");
        default -> folded.appendCodePoint(c);
      }
    }
    return folded.toString();
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
  }

  private static boolean isSpace(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  private static boolean isInvisible(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED -> true;
      default -> false;
    };
  }
}

package app.quen.text;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Names that somebody wrote all in capitals or all in small letters, as names are written. */
public final class ProperCase {

  private static final Set<String> KEPT = Set.of("II", "III", "IV");

  private ProperCase() {}

  /**
   * Empty where there is nothing to offer: the name mixes cases already, or has letters whose other
   * case is another letter, as some rare ones do: it would not be found any more.
   */
  public static Optional<String> of(String name) {
    String tidy = Folding.tidy(name);
    String proper = proper(tidy);
    if (proper.equals(tidy)) {
      return Optional.empty();
    }
    boolean sound =
        Folding.fold(proper).equals(Folding.fold(name)) && proper(proper).equals(proper);
    return sound ? Optional.of(proper) : Optional.empty();
  }

  private static String proper(String tidy) {
    // ð is written for đ by some input methods
    String letters = tidy.replace('Ð', 'Đ').replace('ð', 'đ');
    boolean upper = letters.equals(letters.toUpperCase(Locale.ROOT));
    boolean lower = letters.equals(letters.toLowerCase(Locale.ROOT));
    if (upper == lower) {
      return letters;
    }
    StringBuilder all = new StringBuilder(letters.length());
    for (String word : letters.split(" ")) {
      all.append(all.isEmpty() ? "" : " ").append(upper && isShort(word) ? word : word(word));
    }
    return all.toString();
  }

  /** A short form such as TNHH, which nobody can speak as a word. */
  private static boolean isShort(String word) {
    String folded = Folding.fold(word);
    boolean vowels = folded.chars().anyMatch(c -> "aeiouy".indexOf(c) >= 0);
    return KEPT.contains(word) || !vowels;
  }

  /** A capital at the beginning and behind a hyphen, dot or apostrophe. */
  private static String word(String word) {
    StringBuilder proper = new StringBuilder(word.length());
    boolean begins = true;
    for (int i = 0; i < word.length(); ) {
      int c = word.codePointAt(i);
      i += Character.charCount(c);
      proper.appendCodePoint(
          Character.isLetter(c) ? begins ? Character.toTitleCase(c) : Character.toLowerCase(c) : c);
      begins = !Character.isLetterOrDigit(c);
    }
    return proper.toString();
  }
}

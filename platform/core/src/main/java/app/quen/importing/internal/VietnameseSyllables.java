package app.quen.importing.internal;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Tells whether a word has the shape of a Vietnamese syllable: initial, vowels, at most one tone,
 * final. Text that was read with the wrong encoding hardly ever has it, so it shows which encoding
 * is the right one.
 */
final class VietnameseSyllables {

  private static final String VOWELS =
      "i[aê]?|y[aê]?|yêu|iêu|iu|ia|e[o]?|êu?|u[aâơôêyi]?|u[aâơôê][iyu]|uya|uyê|uyu|ươ[iu]?|ưa|ư[iu]?"
          + "|uâ|oa[iyo]?|oă|oe[o]?|oo|o[i]?|ô[iô]?|ơ[i]?|a[iyuo]?|â[uy]?|ă|uê|uô[i]?|uơ|u[iy]";

  private static final Pattern SYLLABLE =
      Pattern.compile(
          "(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnprstvx])?(?:"
              + VOWELS
              + ")(?:ch|ng|nh|[ckmnpt])?");

  private VietnameseSyllables() {}

  /**
   * @param word letters only, in any case
   */
  static boolean has(String word) {
    String parts = Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
    StringBuilder untoned = new StringBuilder(parts.length());
    int tones = 0;
    for (int i = 0; i < parts.length(); i++) {
      char c = parts.charAt(i);
      if (c == 0x300 || c == 0x301 || c == 0x303 || c == 0x309 || c == 0x323) {
        tones++;
      } else {
        untoned.append(c);
      }
    }
    if (tones > 1 || untoned.length() > 9) {
      return false;
    }
    String letters = Normalizer.normalize(untoned, Normalizer.Form.NFC);
    return SYLLABLE.matcher(letters).matches();
  }
}

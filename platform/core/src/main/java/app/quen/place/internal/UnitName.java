package app.quen.place.internal;

import app.quen.text.Folding;
import app.quen.text.VietnameseOrder;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The name of a unit as somebody wrote it.
 *
 * @param kind {@code phuong}, {@code quan} …; null if nothing says it
 * @param bare the name without its kind, as written
 * @param key the bare name without case, accents, spaces and the difference of i and y
 * @param whole the key of all that was written, for names that begin as a kind does
 */
record UnitName(@Nullable String kind, String bare, String key, String whole) {

  static final List<String> OF_PROVINCE = List.of("tinh", "thanh pho");
  static final List<String> OF_DISTRICT = List.of("quan", "huyen", "thi xa", "thanh pho");
  static final List<String> OF_WARD = List.of("phuong", "xa", "thi tran", "dac khu");

  /** A short form needs a dot, space or digit behind it: tphcm is no city of phcm. */
  private static final Pattern KIND =
      Pattern.compile(
          "(?<thanhpho>thanh pho|tp|t\\.p)(?=[. 0-9])"
              + "|(?<tinh>tinh|t)(?=[. ])"
              + "|(?<quan>quan|district|dist|q)(?=[. 0-9])"
              + "|(?<huyen>huyen|h)(?=[. ])"
              + "|(?<thixa>thi xa|tx|t\\.x)(?=[. ])"
              + "|(?<phuong>phuong|ward|p|f)(?=[. 0-9])"
              + "|(?<xa>xa|x)(?=[. ])"
              + "|(?<thitran>thi tran|tt|t\\.t)(?=[. ])"
              + "|(?<dackhu>dac khu|dk)(?=[. ])");

  /** The kinds in full, by their groups in the pattern. */
  private static final Map<String, String> KINDS =
      Map.of(
          "thanhpho", "thành phố",
          "tinh", "tỉnh",
          "quan", "quận",
          "huyen", "huyện",
          "thixa", "thị xã",
          "phuong", "phường",
          "xa", "xã",
          "thitran", "thị trấn",
          "dackhu", "đặc khu");

  private static final Pattern ENGLISH_KIND = Pattern.compile(" (city|province|district|ward)$");

  static UnitName read(String written) {
    // folding keeps the length of a tidy Vietnamese text, so that places in one are places in both
    String tidy = Folding.tidy(written);
    String folded = Folding.fold(tidy);
    if (folded.length() != tidy.length()) {
      tidy = folded;
    }
    String kind = null;
    int start = 0;
    Matcher matcher = KIND.matcher(folded);
    if (matcher.lookingAt()) {
      int end = matcher.end();
      while (end < folded.length() && ". ".indexOf(folded.charAt(end)) >= 0) {
        end++;
      }
      kind = end < folded.length() ? kind(matcher, tidy) : null;
      start = kind == null ? 0 : end;
    }
    Matcher english = ENGLISH_KIND.matcher(folded);
    int end = english.find(start) ? english.start() : folded.length();
    return new UnitName(
        kind, tidy.substring(start, end), key(folded.substring(start, end)), key(folded));
  }

  /** Null where the accents are those of another word: Phương Mai is a name. */
  private static @Nullable String kind(Matcher matcher, String tidy) {
    String written = tidy.substring(0, matcher.end());
    for (var group : KINDS.entrySet()) {
      if (matcher.group(group.getKey()) != null) {
        boolean plain = written.chars().allMatch(c -> c < 0x80);
        boolean same = VietnameseOrder.key(written).equals(VietnameseOrder.key(group.getValue()));
        return plain || same ? Folding.fold(group.getValue()) : null;
      }
    }
    return null;
  }

  /** Digits without leading zeros; i for y, which people write for each other. */
  private static String key(String folded) {
    StringBuilder key = new StringBuilder(folded.length());
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      if (c == '0' && (key.isEmpty() || !Character.isDigit(key.charAt(key.length() - 1)))) {
        continue;
      }
      if (Character.isLetterOrDigit(c)) {
        key.append(c == 'y' ? 'i' : c);
      }
    }
    return key.toString();
  }
}

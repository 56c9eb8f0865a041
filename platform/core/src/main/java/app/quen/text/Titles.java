package app.quen.text;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How people are addressed before their names. */
final class Titles {

  private static final Set<String> WORDS =
      Set.of(
          "anh", "chị", "ông", "bà", "cô", "chú", "bác", "em", "cụ", "thầy", "cậu", "dì", "mợ",
          "thím", "dượng", "mr", "mrs", "ms", "miss", "mr.", "mrs.", "ms.", "dr.", "ông/bà",
          "anh/chị", "a/c", "ts.", "ths.", "gs.", "pgs.", "bs.", "ks.", "ls.", "ds.");
  private static final List<String> PAIRS =
      List.of(
          "bác sĩ",
          "bác sỹ",
          "luật sư",
          "kỹ sư",
          "kĩ sư",
          "giáo sư",
          "tiến sĩ",
          "tiến sỹ",
          "thạc sĩ",
          "thạc sỹ",
          "dược sĩ",
          "dược sỹ",
          "cô giáo",
          "thầy giáo",
          "ông bà",
          "anh chị",
          "quý khách");

  /** Without accents they may be names as well; only a family name behind them tells. */
  private static final Set<String> PLAIN = Set.of("chi", "ong", "ba", "co", "chu", "bac", "cu");

  private static final Pattern JOINED =
      Pattern.compile(
          "^(?:a|c|mr|mrs|ms|dr|pgs|gs|ths|ts|bs|ks|ls|ds)\\.\\s*(?=\\p{L})",
          Pattern.CASE_INSENSITIVE);

  private Titles() {}

  /** The tidy name without the titles before it; a title alone is a name. */
  static String without(String name) {
    String left = name;
    while (true) {
      String next = withoutOne(left);
      if (next.equals(left)) {
        return left;
      }
      left = next;
    }
  }

  private static String withoutOne(String name) {
    Matcher joined = JOINED.matcher(name);
    if (joined.find()) {
      return name.substring(joined.end());
    }
    String[] words = name.split(" ", 4);
    if (words.length < 2) {
      return name;
    }
    if (words.length > 2 && PAIRS.contains((words[0] + " " + words[1]).toLowerCase(Locale.ROOT))) {
      return name.substring(words[0].length() + words[1].length() + 2);
    }
    String first = words[0].toLowerCase(Locale.ROOT);
    boolean title = WORDS.contains(first);
    if (first.equals("ông") && words.length > 2) {
      // Ông is a family name too: Ông Văn Tùng, but ông Cao Thắng
      title = FamilyNames.isUsual(words[1]);
    } else if (PLAIN.contains(first)) {
      title = words.length > 2 && FamilyNames.isUsual(words[1]);
    }
    return title ? name.substring(words[0].length() + 1) : name;
  }
}

package app.quen.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person's name in its parts, in the Vietnamese order: family name, middle name, given name.
 *
 * @param given what people call the person by; present wherever the name is
 */
public record PersonName(@Nullable String family, @Nullable String middle, @Nullable String given) {

  /**
   * Splits a whole name, without the titles before it (Chị Lan is Lan), and in proper case where it
   * was written all in capitals or all in small letters. A single word is the given name.
   */
  public static PersonName split(String name) {
    String proper = ProperCase.of(name).orElseGet(() -> Folding.tidy(name));
    List<String> words =
        Arrays.stream(Titles.without(proper).split(" ")).filter(w -> !w.isEmpty()).toList();
    if (words.isEmpty()) {
      return new PersonName(null, null, null);
    }
    if (words.size() == 1) {
      return new PersonName(null, null, words.get(0));
    }
    int family = FamilyNames.length(words);
    List<String> middle = words.subList(family, words.size() - 1);
    return new PersonName(
        String.join(" ", words.subList(0, family)),
        middle.isEmpty() ? null : String.join(" ", middle),
        words.get(words.size() - 1));
  }

  /** The whole name as it is spoken; empty if there is no part. */
  public String whole() {
    List<String> parts = new ArrayList<>(3);
    for (String part : new String[] {family, middle, given}) {
      if (part != null && !part.isBlank()) {
        parts.add(Folding.tidy(part));
      }
    }
    return String.join(" ", parts);
  }

  /** Its place in a Vietnamese list: by given name, then family name, then middle name. */
  public String orderKey() {
    return VietnameseOrder.key(orEmpty(given))
        + '\u0001'
        + VietnameseOrder.key(orEmpty(family))
        + '\u0001'
        + VietnameseOrder.key(orEmpty(middle));
  }

  private static String orEmpty(@Nullable String part) {
    return part == null ? "" : part;
  }
}

package app.quen.timeline.internal;

import app.quen.text.Folding;
import app.quen.timeline.TimelineEntry;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether an entry says all of some words, accents or not. */
final class Sought {

  /** What people wrote; the rest are ids and words of the API. */
  private static final Set<String> WRITTEN =
      Set.of(
          "subject",
          "body",
          "title",
          "resolution",
          "number",
          "note",
          "name",
          "sku",
          "reason",
          "reference",
          "store",
          "value",
          "before",
          "after",
          "vi",
          "en");

  private final List<String> words;

  Sought(String text) {
    words = Folding.words(text);
  }

  boolean isIn(TimelineEntry entry) {
    var said = new StringBuilder(Folding.fold(entry.actor().name()));
    add(said, "", entry.record());
    add(said, "", entry.change());
    return words.stream().allMatch(word -> said.indexOf(word) >= 0);
  }

  private static void add(StringBuilder said, String key, @Nullable JsonValue value) {
    switch (value) {
      case JsonObject object -> object.forEach((name, one) -> add(said, name, one));
      case JsonArray array -> array.forEach(one -> add(said, key, one));
      case JsonString text when WRITTEN.contains(key) ->
          said.append(' ').append(Folding.fold(text.getString()));
      case JsonNumber number when WRITTEN.contains(key) -> said.append(' ').append(number);
      case null, default -> {
        // says nothing
      }
    }
  }
}

package app.quen.place.internal;

import app.quen.place.Level;
import app.quen.place.Place;
import app.quen.text.Folding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The units whose names begin with what somebody is typing, those of today first. */
public final class Suggestions {

  private Suggestions() {}

  /**
   * @param province code of a province of today; null for all
   */
  public static List<Place> of(
      Level level, @Nullable String written, @Nullable String province, int limit) {
    Units units = Units.VIETNAM;
    UnitName name = UnitName.read(written == null ? "" : written);
    List<String> words = words(name.bare());
    boolean all = words.isEmpty();
    List<Unit> known = new ArrayList<>(units.named(level, false, name.key()));
    known.addAll(units.named(level, true, name.key()));
    Stream<Unit> former =
        all && level != Level.DISTRICT ? Stream.empty() : units.all(level, true).stream();
    return Stream.concat(units.all(level, false).stream(), former)
        .filter(unit -> province == null || unit.provinceNow().code().equals(province))
        .filter(unit -> !isSame(unit))
        .filter(unit -> all || known.contains(unit) || begins(unit, words))
        .sorted(
            Comparator.comparing((Unit unit) -> unit.former())
                .thenComparing(unit -> !known.contains(unit))
                .thenComparing(Unit::order)
                .thenComparing(Unit::code))
        .limit(limit)
        .map(Unit::place)
        .toList();
  }

  /** A former unit that lives on under its own name says nothing new. */
  private static boolean isSame(Unit unit) {
    return unit.former() && unit.successor != null && unit.successor.name().equals(unit.name());
  }

  private static boolean begins(Unit unit, List<String> words) {
    List<String> own = words(unit.parsed().bare());
    for (String word : words) {
      if (own.stream().noneMatch(one -> one.startsWith(word))) {
        return false;
      }
    }
    return true;
  }

  private static List<String> words(String name) {
    return Folding.words(name).stream().map(word -> word.replace('y', 'i')).toList();
  }
}

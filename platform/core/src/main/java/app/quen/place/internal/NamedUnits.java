package app.quen.place.internal;

import app.quen.place.Level;
import app.quen.place.PlaceCodes;
import java.util.List;

/** The units that a name means where nothing says in which province. */
public final class NamedUnits {

  private NamedUnits() {}

  public static PlaceCodes of(Level level, String written) {
    UnitName name = UnitName.read(written);
    List<Unit> now = find(level, false, name);
    List<Unit> former =
        level == Level.PROVINCE && !now.isEmpty() ? List.of() : find(level, true, name);
    return new PlaceCodes(
        now.stream().map(Unit::code).toList(), former.stream().map(Unit::code).toList());
  }

  private static List<Unit> find(Level level, boolean former, UnitName name) {
    List<Unit> found = Units.VIETNAM.named(level, former, name.key());
    return Recognition.narrowed(
        found.isEmpty() ? Units.VIETNAM.named(level, former, name.whole()) : found, name);
  }
}

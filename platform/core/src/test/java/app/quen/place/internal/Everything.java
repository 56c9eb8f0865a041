package app.quen.place.internal;

import app.quen.place.Level;
import app.quen.place.Place;
import java.util.List;

/** All units, for tests that look at the whole. */
public final class Everything {

  private Everything() {}

  public static List<Place> of(Level level, boolean former) {
    return Units.VIETNAM.all(level, former).stream().map(Unit::place).toList();
  }

  /** Code of the former province of a former ward. */
  public static String provinceOf(Place ward) {
    return Units.VIETNAM.find(Level.WARD, true, ward.code()).province().code();
  }
}

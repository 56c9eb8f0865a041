package app.quen.place;

import app.quen.place.internal.NamedUnits;
import app.quen.place.internal.Recognition;
import app.quen.place.internal.Unit;
import app.quen.place.internal.Units;
import org.jspecify.annotations.Nullable;

/** What components that keep addresses ask about places in Vietnam. */
public final class Places {

  private Places() {}

  /**
   * The units that a written address lies in; null where none is recognised. If only the line is
   * given, they are looked for at its end.
   */
  public static @Nullable AddressUnits recognise(
      @Nullable String line,
      @Nullable String ward,
      @Nullable String district,
      @Nullable String province) {
    return Recognition.read(line, ward, district, province);
  }

  /** The units that a name, as somebody wrote it, may mean. */
  public static PlaceCodes named(Level level, String written) {
    return NamedUnits.of(level, written);
  }

  public static Place.@Nullable Name find(Level level, boolean former, @Nullable String code) {
    Unit unit = Units.VIETNAM.find(level, former, code);
    return unit == null ? null : unit.named();
  }
}

package app.quen.place.internal;

import app.quen.place.AddressUnits;
import app.quen.place.Level;
import app.quen.text.VietnameseOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the units that a written address lies in: the province first, then what lies within it.
 * What could be two units is none.
 */
public final class Recognition {

  private static final Pattern BETWEEN = Pattern.compile("[,;\\n]");
  private static final Pattern DASH = Pattern.compile("\\s[-–]\\s");
  private static final Pattern NO_UNIT =
      Pattern.compile("(?iu)(việt nam|viet nam|vietnam|vn|[0-9 ]*)\\.?");

  private final Units units;
  private final List<Part> parts;
  private @Nullable Unit province;

  /** Most likely first: the one that was named, else the one of the same name. */
  private List<Unit> formerProvinces = List.of();

  /** Whether the province was named by a name that ended in 2025. */
  private boolean ended;

  private @Nullable Unit ward;
  private @Nullable Unit formerDistrict;
  private @Nullable Unit formerWard;

  /**
   * A piece of what was written.
   *
   * @param level the field that it stood in; null where that says nothing
   * @param first whether it begins the line, where the street stands
   */
  private record Part(UnitName name, @Nullable Level level, boolean first) {

    boolean mayBe(Level asked, List<String> kinds) {
      return (level == null || level == asked)
          && (name.kind() == null || kinds.contains(name.kind()));
    }
  }

  private Recognition(Units units, List<Part> parts) {
    this.units = units;
    this.parts = parts;
  }

  /** Null where nothing is recognised. */
  public static @Nullable AddressUnits read(
      @Nullable String line,
      @Nullable String ward,
      @Nullable String district,
      @Nullable String province) {
    List<Part> parts = new ArrayList<>();
    if (ward == null) {
      add(parts, line, null);
    }
    add(parts, ward, Level.WARD);
    add(parts, district, Level.DISTRICT);
    add(parts, province, Level.PROVINCE);
    return parts.isEmpty() ? null : new Recognition(Units.VIETNAM, parts).units();
  }

  private static void add(List<Part> parts, @Nullable String written, @Nullable Level level) {
    if (written == null) {
      return;
    }
    String[] pieces = BETWEEN.split(written);
    if (pieces.length == 1 && level == null) {
      pieces = DASH.split(written);
    }
    for (int i = 0; i < pieces.length; i++) {
      if (!NO_UNIT.matcher(pieces[i].strip()).matches()
          || level == Level.WARD
          || level == Level.DISTRICT) {
        UnitName name = UnitName.read(pieces[i]);
        if (!name.key().isEmpty()) {
          parts.add(new Part(name, pieces.length == 1 ? level : null, i == 0 && level == null));
        }
      }
    }
  }

  private @Nullable AddressUnits units() {
    readProvince();
    if (province == null && parts.stream().anyMatch(part -> part.level == Level.PROVINCE)) {
      // a province that is none of ours: what lies within it is neither
      return null;
    }
    List<Unit> districts = readDistricts();
    if (province == null) {
      return null;
    }
    readWard(districts);
    if (formerWard != null) {
      formerDistrict = formerWard.district().orElse(null);
      ward = ward == null ? formerWard.successor : ward;
    } else if (districts.size() == 1) {
      formerDistrict = districts.get(0);
      ward = ward == null && formerDistrict.children().isEmpty() ? formerDistrict.successor : ward;
    }
    Unit formerProvince = formerProvince();
    return new AddressUnits(
        code(province), code(ward), code(formerProvince), code(formerDistrict), code(formerWard));
  }

  private @Nullable Unit formerProvince() {
    if (formerDistrict != null) {
      return formerDistrict.province();
    }
    if (ward != null && ward.formerProvince != null) {
      return ward.formerProvince;
    }
    return ended || formerProvinces.size() == 1 ? formerProvinces.get(0) : null;
  }

  private void readProvince() {
    Part last = parts.get(parts.size() - 1);
    if (!last.mayBe(Level.PROVINCE, UnitName.OF_PROVINCE)) {
      return;
    }
    List<Unit> now = narrowed(named(Level.PROVINCE, false, last.name), last.name);
    List<Unit> before = narrowed(named(Level.PROVINCE, true, last.name), last.name);
    if (now.size() == 1) {
      take(now.get(0), before);
    } else if (now.isEmpty() && before.size() == 1) {
      province = before.get(0).provinceNow();
      formerProvinces = before;
      ended = true;
    }
    if (province != null) {
      parts.remove(parts.size() - 1);
    }
  }

  private void take(Unit now, List<Unit> sameName) {
    province = now;
    formerProvinces = new ArrayList<>(sameName);
    for (Unit before : units.predecessors(now)) {
      if (!formerProvinces.contains(before)) {
        formerProvinces.add(before);
      }
    }
  }

  private List<Unit> named(Level level, boolean former, UnitName name) {
    List<Unit> found = units.named(level, former, name.key());
    return found.isEmpty() ? units.named(level, former, name.whole()) : found;
  }

  private List<Unit> inside(Unit within, UnitName name) {
    List<Unit> found = units.inside(within, name.key());
    return narrowed(found.isEmpty() ? units.inside(within, name.whole()) : found, name);
  }

  private List<Unit> readDistricts() {
    if (parts.isEmpty()) {
      return List.of();
    }
    Part last = parts.get(parts.size() - 1);
    boolean street = last.first && last.name.kind() == null;
    if (street || !last.mayBe(Level.DISTRICT, UnitName.OF_DISTRICT)) {
      return List.of();
    }
    List<Unit> found = List.of();
    if (province == null) {
      // only a whole name is enough to tell the province from the district
      boolean told = last.name.kind() != null || last.level == Level.DISTRICT;
      found = told ? narrowed(named(Level.DISTRICT, true, last.name), last.name) : List.of();
      if (found.size() != 1) {
        return List.of();
      }
      take(found.get(0).provinceNow(), List.of(found.get(0).province()));
    } else {
      for (int i = 0; i < formerProvinces.size() && found.isEmpty(); i++) {
        found = inside(formerProvinces.get(i), last.name);
      }
    }
    if (!found.isEmpty() || last.level == Level.DISTRICT) {
      parts.remove(parts.size() - 1);
    }
    return found;
  }

  private void readWard(List<Unit> districts) {
    if (parts.isEmpty()) {
      return;
    }
    Part last = parts.get(parts.size() - 1);
    // streets have the names of wards
    boolean street =
        last.level == null && last.name.kind() == null && (last.first || districts.isEmpty());
    if (street || !last.mayBe(Level.WARD, UnitName.OF_WARD)) {
      return;
    }
    if (!districts.isEmpty()) {
      List<Unit> found = new ArrayList<>();
      districts.forEach(district -> found.addAll(inside(district, last.name)));
      formerWard = only(narrowed(found, last.name));
      ward = formerWard == null ? wardNow(last.name) : null;
    } else if (ended) {
      formerWard = wardBefore(formerProvinces, last.name);
      ward = formerWard == null ? wardNow(last.name) : null;
    } else {
      ward = wardNow(last.name);
      formerWard = ward == null ? wardBefore(formerProvinces, last.name) : null;
    }
  }

  private @Nullable Unit wardNow(UnitName name) {
    return province == null ? null : only(inside(province, name));
  }

  /** In the first of the provinces that has such a ward. */
  private @Nullable Unit wardBefore(List<Unit> provinces, UnitName name) {
    for (Unit former : provinces) {
      List<Unit> found = new ArrayList<>();
      for (Unit district : former.children()) {
        found.addAll(inside(district, name));
      }
      if (!found.isEmpty()) {
        return only(narrowed(found, name));
      }
    }
    return null;
  }

  /** Those of the kind that was written, then those with the same accents, where some are. */
  static List<Unit> narrowed(List<Unit> units, UnitName name) {
    if (units.size() < 2) {
      return units;
    }
    List<Unit> kind =
        units.stream()
            .filter(u -> name.kind() != null && name.kind().equals(u.parsed().kind()))
            .toList();
    List<Unit> left = kind.isEmpty() ? units : kind;
    String order = VietnameseOrder.key(name.bare());
    List<Unit> exact = left.stream().filter(unit -> unit.order().equals(order)).toList();
    return exact.isEmpty() ? left : exact;
  }

  private static @Nullable Unit only(List<Unit> units) {
    return units.size() == 1 ? units.get(0) : null;
  }

  private static @Nullable String code(@Nullable Unit unit) {
    return unit == null ? null : unit.code();
  }
}

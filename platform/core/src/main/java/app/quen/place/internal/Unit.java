package app.quen.place.internal;

import app.quen.place.Level;
import app.quen.place.Place;
import app.quen.text.VietnameseOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One unit and its place among the others. Complete, and unchanged, once {@link Units} is read. */
public final class Unit {

  private final Level level;
  private final boolean former;
  private final String code;
  private final String name;
  private final UnitName parsed;
  private final String order;
  private final @Nullable Unit parent;
  private final List<Unit> children = new ArrayList<>();

  /** The unit of today that a former one became; of a ward of today null. */
  @Nullable Unit successor;

  /** The former province in which a ward of today lies. */
  @Nullable Unit formerProvince;

  Unit(Level level, boolean former, String code, String name, @Nullable Unit parent) {
    this.level = level;
    this.former = former;
    this.code = code;
    this.name = name;
    this.parent = parent;
    this.parsed = UnitName.read(name);
    this.order = VietnameseOrder.key(parsed.bare());
    if (parent != null) {
      parent.children.add(this);
    }
  }

  public String code() {
    return code;
  }

  public String name() {
    return name;
  }

  Level level() {
    return level;
  }

  boolean former() {
    return former;
  }

  UnitName parsed() {
    return parsed;
  }

  /** Its place in the dictionary; equal wherever the tone mark stands. */
  String order() {
    return order;
  }

  List<Unit> children() {
    return children;
  }

  /** The province of its own time. */
  Unit province() {
    return parent == null ? this : parent.province();
  }

  Optional<Unit> district() {
    return level == Level.WARD && former ? Optional.ofNullable(parent) : Optional.empty();
  }

  Unit provinceNow() {
    Unit own = province();
    return own.successor == null ? own : own.successor;
  }

  Place place() {
    List<Place.Name> perhaps =
        former && successor == null
            ? district().orElse(this).children.stream()
                .map(ward -> ward.successor)
                .filter(ward -> ward != null)
                .sorted(Comparator.comparing(ward -> !ward.parsed.key().equals(parsed.key())))
                .map(Unit::named)
                .toList()
            : List.of();
    return new Place(
        level,
        code,
        name,
        former,
        provinceNow().named(),
        district().map(Unit::named).orElse(null),
        successor == null ? null : successor.named(),
        perhaps);
  }

  public Place.Name named() {
    return new Place.Name(code, name);
  }
}

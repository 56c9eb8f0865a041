package app.quen.place.internal;

import app.quen.place.Level;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * All units of both times, and what became of the former ones.
 *
 * <p>The data has no list of changes, only both lists of units. A ward of today bears the code of
 * one of the wards that it was made of, so the codes in common tell what became of that one: exact
 * for provinces, since all wards of a former province lead to the same one; for wards only where
 * the code lives on.
 */
public final class Units {

  /** What people call provinces besides their names, as keys. */
  private static final Map<String, String> OTHER_NAMES =
      Map.ofEntries(
          Map.entry("hcm", "hochiminh"),
          Map.entry("hcmc", "hochiminh"),
          Map.entry("tphcm", "hochiminh"),
          Map.entry("tphochiminh", "hochiminh"),
          Map.entry("saigon", "hochiminh"),
          Map.entry("sg", "hochiminh"),
          Map.entry("hn", "hanoi"),
          Map.entry("tphn", "hanoi"),
          Map.entry("tphanoi", "hanoi"),
          Map.entry("hatai", "hanoi"),
          Map.entry("vungtau", "bariavungtau"),
          Map.entry("brvt", "bariavungtau"),
          Map.entry("bariavt", "bariavungtau"),
          Map.entry("thuathienhue", "hue"),
          Map.entry("tthue", "hue"),
          Map.entry("daclac", "daklak"),
          Map.entry("daclak", "daklak"),
          Map.entry("dacnong", "daknong"),
          Map.entry("baccan", "backan"));

  /** Districts that had ended before July 2025, by province and key: since 2021 one city. */
  private static final Map<String, String> ENDED_DISTRICTS = Map.of("79:2", "769", "79:9", "769");

  public static final Units VIETNAM = new Units();

  private final Map<String, Unit> provinces = new TreeMap<>();
  private final Map<String, Unit> wards = new TreeMap<>();
  private final Map<String, Unit> formerProvinces = new TreeMap<>();
  private final Map<String, Unit> formerDistricts = new TreeMap<>();
  private final Map<String, Unit> formerWards = new TreeMap<>();
  private final Map<Unit, List<Unit>> predecessors = new HashMap<>();
  private final Map<Level, Map<String, List<Unit>>> byKey = new HashMap<>();
  private final Map<Level, Map<String, List<Unit>>> formerByKey = new HashMap<>();
  private final Map<Unit, Map<String, List<Unit>>> insideByKey = new HashMap<>();

  private Units() {
    for (JsonObject province : read("units.json.gz")) {
      Unit unit = add(provinces, Level.PROVINCE, false, province, null);
      each(province, "Wards", ward -> add(wards, Level.WARD, false, ward, unit));
    }
    for (JsonObject province : read("units_before_2025-07-01.json.gz")) {
      Unit unit = add(formerProvinces, Level.PROVINCE, true, province, null);
      each(
          province,
          "District",
          district -> {
            Unit within = add(formerDistricts, Level.DISTRICT, true, district, unit);
            each(district, "Ward", ward -> add(formerWards, Level.WARD, true, ward, within));
          });
    }
    connect();
    ENDED_DISTRICTS.forEach(
        (name, code) -> {
          Unit district = formerDistricts.get(code);
          String key = name.substring(name.indexOf(':') + 1);
          file(formerByKey.get(Level.DISTRICT), key, district);
          file(insideByKey.get(district.province()), key, district);
        });
  }

  private static List<JsonObject> read(String name) {
    try (InputStream file = Units.class.getResourceAsStream("/app/quen/place/" + name);
        var reader = JsonProvider.provider().createReader(new GZIPInputStream(file))) {
      return reader.readArray().getValuesAs(JsonObject.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void each(
      JsonObject unit, String name, java.util.function.Consumer<JsonObject> work) {
    if (unit.get(name) instanceof JsonArray array) {
      for (JsonValue value : array) {
        work.accept(value.asJsonObject());
      }
    }
  }

  private Unit add(
      Map<String, Unit> all, Level level, boolean former, JsonObject json, @Nullable Unit parent) {
    String name = json.getString("FullName");
    // one of them is written with a small letter
    String full = Character.toUpperCase(name.charAt(0)) + name.substring(1);
    Unit unit = new Unit(level, former, json.getString("Code"), full, parent);
    all.put(unit.code(), unit);
    var keys = (former ? formerByKey : byKey).computeIfAbsent(level, k -> new HashMap<>());
    file(keys, unit.parsed().key(), unit);
    if (parent != null) {
      file(insideByKey.computeIfAbsent(parent, k -> new HashMap<>()), unit.parsed().key(), unit);
    }
    return unit;
  }

  private static void file(Map<String, List<Unit>> keys, String key, Unit unit) {
    keys.computeIfAbsent(key, k -> new ArrayList<>(1)).add(unit);
  }

  private void connect() {
    for (Unit ward : wards.values()) {
      Unit before = formerWards.get(ward.code());
      if (before != null) {
        before.successor = ward;
        before.province().successor = ward.province();
        ward.formerProvince = before.province();
      }
    }
    for (Unit district : formerDistricts.values()) {
      if (district.children().isEmpty()) {
        // an island: it had no wards, and is a special zone now
        for (Unit ward : inside(district.provinceNow(), district.parsed().key())) {
          district.successor = ward;
          ward.formerProvince = district.province();
        }
      }
    }
    for (Unit province : formerProvinces.values()) {
      predecessors.computeIfAbsent(province.provinceNow(), k -> new ArrayList<>()).add(province);
    }
    for (Unit ward : wards.values()) {
      List<Unit> before = predecessors.get(ward.province());
      if (ward.formerProvince == null && before.size() == 1) {
        ward.formerProvince = before.get(0);
      }
    }
  }

  /** The units inside a province or district that have this key. */
  List<Unit> inside(Unit within, String key) {
    return insideByKey.getOrDefault(within, Map.of()).getOrDefault(key, List.of());
  }

  List<Unit> named(Level level, boolean former, String key) {
    String known = level == Level.PROVINCE ? OTHER_NAMES.getOrDefault(key, key) : key;
    return (former ? formerByKey : byKey)
        .getOrDefault(level, Map.of())
        .getOrDefault(known, List.of());
  }

  /** The former provinces that a province of today was made of. */
  List<Unit> predecessors(Unit province) {
    return predecessors.getOrDefault(province, List.of());
  }

  Collection<Unit> all(Level level, boolean former) {
    return switch (level) {
      case PROVINCE -> (former ? formerProvinces : provinces).values();
      case DISTRICT -> former ? formerDistricts.values() : List.of();
      case WARD -> (former ? formerWards : wards).values();
    };
  }

  public @Nullable Unit find(Level level, boolean former, @Nullable String code) {
    if (code == null) {
      return null;
    }
    return switch (level) {
      case PROVINCE -> (former ? formerProvinces : provinces).get(code);
      case DISTRICT -> former ? formerDistricts.get(code) : null;
      case WARD -> (former ? formerWards : wards).get(code);
    };
  }
}

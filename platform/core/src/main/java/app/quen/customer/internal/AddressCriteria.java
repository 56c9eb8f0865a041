package app.quen.customer.internal;

import app.quen.access.WithoutSight;
import app.quen.customer.CustomerQuery.Operator;
import app.quen.place.Level;
import app.quen.place.PlaceCodes;
import app.quen.place.Places;
import app.quen.text.Folding;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an address can be asked. A unit is found by what was written and, however it was written, by
 * its code: so the name of today finds the addresses from before, and a former name those of today.
 */
@WithoutSight(because = "it makes conditions; Finding holds each filter against the sight first")
final class AddressCriteria {

  private static final Map<String, Level> LEVELS =
      Map.of("province", Level.PROVINCE, "district", Level.DISTRICT, "ward", Level.WARD);
  private static final Map<Level, String> COLUMNS =
      Map.of(Level.PROVINCE, "province_code", Level.WARD, "ward_code");
  private static final Map<Level, String> FORMER_COLUMNS =
      Map.of(
          Level.PROVINCE, "former_province",
          Level.DISTRICT, "former_district",
          Level.WARD, "former_ward");

  private AddressCriteria() {}

  /**
   * A condition on a customer {@code c}; null if the operator does not suit.
   *
   * @param part of the address, as the API names it
   */
  static @Nullable Sql of(Operator operator, String part, List<String> values) {
    String column = "a." + (part.equals("postalCode") ? "postal_code" : part);
    Level level = LEVELS.get(part);
    String code = level == null || level == Level.DISTRICT ? null : "a." + COLUMNS.get(level);
    String told = column + " IS NOT NULL" + (code == null ? "" : " OR " + code + " IS NOT NULL");
    return switch (operator) {
      case EQ, IN -> exists(any(column, level, values, false));
      case CONTAINS -> exists(any(column, level, values, true));
      case NE -> {
        Sql exists = exists(any(column, level, values, false));
        yield Sql.of("NOT " + exists.text()).with(exists.parameters());
      }
      case EMPTY -> Sql.of("NOT " + exists(Sql.of(told)).text());
      case NOTEMPTY -> exists(Sql.of(told));
      default -> null;
    };
  }

  private static Sql exists(Sql condition) {
    return Sql.of(
            "EXISTS (SELECT 1 FROM customer_address a WHERE a.customer_id = c.id AND ("
                + condition.text()
                + "))")
        .with(condition.parameters());
  }

  private static Sql any(
      String column, @Nullable Level level, List<String> values, boolean contains) {
    List<String> either = new ArrayList<>();
    List<Object> parameters = new ArrayList<>();
    for (String value : values) {
      String tidy = Folding.tidy(value);
      either.add(column + (contains ? " LIKE ?" : " = ?"));
      parameters.add(contains ? "%" + Criteria.escaped(tidy) + "%" : tidy);
      if (level != null && !tidy.isEmpty()) {
        PlaceCodes codes = Places.named(level, tidy);
        add(either, parameters, COLUMNS.get(level), codes.now());
        add(either, parameters, FORMER_COLUMNS.get(level), codes.former());
      }
    }
    return Sql.of(String.join(" OR ", either)).with(parameters);
  }

  private static void add(
      List<String> either, List<Object> parameters, @Nullable String column, List<String> codes) {
    if (column != null && !codes.isEmpty()) {
      either.add(
          "a." + column + " IN (" + String.join(",", Collections.nCopies(codes.size(), "?")) + ")");
      parameters.addAll(codes);
    }
  }
}

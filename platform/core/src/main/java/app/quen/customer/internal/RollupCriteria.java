package app.quen.customer.internal;

import app.quen.access.WithoutSight;
import app.quen.customer.CustomerQuery.Filter;
import app.quen.customer.CustomerQuery.Operator;
import app.quen.database.Utc;
import app.quen.field.Field;
import app.quen.field.FieldType;
import app.quen.setting.Settings;
import app.quen.setting.WorkspaceSettings;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Conditions on what follows for a customer from its orders and the rest. Days are those of the
 * workspace. A customer without a row counts as one with nothing: no orders are zero orders.
 */
@WithoutSight(because = "it makes conditions; Finding holds each filter against the sight first")
final class RollupCriteria {

  static final String DAYS = "rollup.daysSinceLastOrder";

  /** Of these, nothing is zero; of the others, such as the average, nothing is nothing. */
  private static final Set<String> COUNTED =
      Set.of("orders", "returns", "spend", "open_complaints");

  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  private final Settings settings;

  RollupCriteria(Settings settings) {
    this.settings = settings;
  }

  /**
   * @param values of the filter as the field's type reads them
   * @return empty where the operator does not suit
   */
  Optional<Criterion> criterion(Filter filter, Field field, List<Object> values) {
    if (filter.operator() == Operator.CONTAINS) {
      return Optional.empty();
    }
    String column = field.column();
    if (column == null) {
      return Optional.empty();
    }
    if (filter.operator() == Operator.EMPTY || filter.operator() == Operator.NOTEMPTY) {
      String not = filter.operator() == Operator.EMPTY ? "NOT " : "";
      return Optional.of(new Criterion(Sql.of(not + exists(column + " IS NOT NULL")), null, false));
    }
    if (field.key().equals(DAYS)) {
      LocalDate today = settings.current().today();
      return Optional.of(
          within(
              mirrored(filter.operator()),
              column,
              values.stream()
                  .map(days -> day(today.minusDays(((BigDecimal) days).longValue())))
                  .toList()));
    }
    if (field.type() == FieldType.DATETIME) {
      return Optional.of(within(filter.operator(), column, spans(filter, values)));
    }
    return Optional.of(ofNumbers(filter.operator(), column, values));
  }

  private static String exists(String condition) {
    return "EXISTS (SELECT 1 FROM customer_rollup r WHERE r.customer_id = c.id AND r."
        + condition
        + ")";
  }

  private static Criterion ofNumbers(Operator operator, String column, List<Object> values) {
    String comparison =
        switch (operator) {
          case NE -> " <> ?";
          case IN -> " IN (" + String.join(",", Collections.nCopies(values.size(), "?")) + ")";
          case LT -> " < ?";
          case LTE -> " <= ?";
          case GT -> " > ?";
          case GTE -> " >= ?";
          default -> " = ?";
        };
    String one = "(SELECT r." + column + " FROM customer_rollup r WHERE r.customer_id = c.id)";
    boolean counted = COUNTED.contains(column);
    String whole = counted ? "COALESCE(" + one + ", 0)" : one;
    String nothing = operator == Operator.NE && !counted ? " OR " + one + " IS NULL" : "";
    Sql condition = Sql.of("(" + whole + comparison + nothing + ")").with(values);
    return new Criterion(condition, driver(operator, column, comparison, values, counted), false);
  }

  /** Where the index holds all that fit: not those for whom there is no row. */
  private static @Nullable Driver driver(
      Operator operator, String column, String comparison, List<Object> values, boolean counted) {
    int sign = ((BigDecimal) values.getFirst()).signum();
    boolean zeroFits =
        switch (operator) {
          case GT -> sign < 0;
          case GTE -> sign <= 0;
          case LT -> sign > 0;
          case LTE -> sign >= 0;
          case EQ -> sign == 0;
          default -> true;
        };
    return operator == Operator.NE || counted && zeroFits
        ? null
        : new Driver(
            "customer_rollup",
            "customer_id",
            column,
            Sql.of(column + comparison).with(values),
            false);
  }

  /** From here on, and up to there. */
  private record Span(LocalDateTime from, LocalDateTime to) {}

  /** A day is one of the workspace, from its beginning to its end; a moment is just that. */
  private List<Span> spans(Filter filter, List<Object> values) {
    List<String> written =
        filter.operator() == Operator.IN
            ? Arrays.stream(filter.value().split(",")).map(String::strip).toList()
            : List.of(filter.value().strip());
    List<Span> spans = new ArrayList<>();
    for (int i = 0; i < written.size(); i++) {
      if (DAY.matcher(written.get(i)).matches()) {
        spans.add(day(LocalDate.parse(written.get(i))));
      } else {
        Instant at = Instant.parse(values.get(i).toString());
        LocalDateTime from = Utc.of(at);
        spans.add(new Span(from, from.plusNanos(1_000)));
      }
    }
    return spans;
  }

  private Span day(LocalDate day) {
    WorkspaceSettings here = settings.current();
    return new Span(beginning(day, here), beginning(day.plusDays(1), here));
  }

  /** More days since mean an earlier day. */
  private static Operator mirrored(Operator operator) {
    return switch (operator) {
      case LT -> Operator.GT;
      case LTE -> Operator.GTE;
      case GT -> Operator.LT;
      case GTE -> Operator.LTE;
      default -> operator;
    };
  }

  private static Criterion within(Operator written, String column, List<Span> spans) {
    List<Object> values = new ArrayList<>();
    List<String> ranges = new ArrayList<>();
    String r = "r." + column;
    for (Span span : spans) {
      switch (written) {
        case LT -> add(ranges, values, r + " < ?", span.from());
        case LTE -> add(ranges, values, r + " < ?", span.to());
        case GT -> add(ranges, values, r + " >= ?", span.to());
        case GTE -> add(ranges, values, r + " >= ?", span.from());
        default -> {
          add(ranges, values, "(" + r + " >= ? AND " + r + " < ?)", span.from());
          values.add(span.to());
        }
      }
    }
    String any =
        "EXISTS (SELECT 1 FROM customer_rollup r WHERE r.customer_id = c.id AND ("
            + String.join(" OR ", ranges)
            + "))";
    boolean not = written == Operator.NE;
    Driver driver =
        not || ranges.size() != 1
            ? null
            : new Driver(
                "customer_rollup r",
                "customer_id",
                column,
                Sql.of(ranges.getFirst()).with(values),
                false);
    return new Criterion(Sql.of((not ? "NOT " : "") + any).with(values), driver, false);
  }

  private static void add(
      List<String> ranges, List<Object> values, String range, LocalDateTime value) {
    ranges.add(range);
    values.add(value);
  }

  private static LocalDateTime beginning(LocalDate day, WorkspaceSettings here) {
    return Utc.of(day.atStartOfDay(here.timeZone()).toInstant());
  }
}

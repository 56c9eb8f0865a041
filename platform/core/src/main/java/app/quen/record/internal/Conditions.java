package app.quen.record.internal;

import app.quen.access.Access;
import app.quen.access.Actor;
import app.quen.customer.CustomerQuery.Filter;
import app.quen.customer.CustomerQuery.Operator;
import app.quen.database.Utc;
import app.quen.field.Catalogue;
import app.quen.field.Field;
import app.quen.field.FieldType;
import app.quen.field.Fields;
import app.quen.field.Invalid;
import app.quen.field.Problem;
import app.quen.field.SecretFilter;
import app.quen.record.Property;
import app.quen.record.RecordType;
import app.quen.text.Text;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Turns filters into SQL conditions on a record {@code r}. Values are always parameters; the names
 * of columns come from the type, the keys of fields from the catalogue.
 */
final class Conditions {

  /** A day without a zone begins here. */
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  private final RecordType type;
  private final Catalogue catalogue;
  private final Fields fields;
  private final Access access;
  private final Instant now;
  private final List<Problem> problems = new ArrayList<>();

  private Conditions(
      RecordType type, Catalogue catalogue, Fields fields, Access access, Instant now) {
    this.type = type;
    this.catalogue = catalogue;
    this.fields = fields;
    this.access = access;
    this.now = now;
  }

  /**
   * @throws Invalid with all filters that do not fit
   */
  static List<Condition> of(
      RecordType type, List<Filter> filters, Catalogue catalogue, Fields fields, Access access) {
    Conditions conditions = new Conditions(type, catalogue, fields, access, Instant.now());
    List<Condition> all = new ArrayList<>();
    for (Filter filter : filters) {
      Condition condition = conditions.condition(filter);
      if (condition != null) {
        all.add(condition);
      }
    }
    if (!conditions.problems.isEmpty()) {
      throw new Invalid(conditions.problems);
    }
    return all;
  }

  /** How a column compares and what its values are. */
  private record Operand(
      String column, List<Object> itsValues, Property.Kind kind, boolean decimal) {}

  private @Nullable Condition condition(Filter filter) {
    Field secret =
        type.find(filter.key()).isPresent()
            ? null
            : catalogue.find(filter.key()).filter(Field::secret).orElse(null);
    if (secret != null) {
      return ofSecret(filter, secret);
    }
    Operand operand = operand(filter);
    return operand == null ? null : compared(operand, filter);
  }

  private @Nullable Condition ofSecret(Filter filter, Field field) {
    List<String> written =
        filter.operator() == Operator.IN
            ? Arrays.stream(filter.value().split(",")).map(String::strip).toList()
            : List.of(filter.value());
    SecretFilter asked =
        SecretFilter.of(
            fields,
            type.name(),
            field,
            app.quen.field.Operator.valueOf(filter.operator().name()),
            written);
    if (asked.problem() != null) {
      problems.add(asked.problem());
      return null;
    }
    return new Condition(asked.sql("r.id", "r.field_values", field), asked.parameters());
  }

  private @Nullable Operand operand(Filter filter) {
    switch (filter.key()) {
      case "customerId":
        return new Operand("r.customer_id", List.of(), Property.Kind.REFERENCE, false);
      case "createdAt":
        return new Operand("r.created_at", List.of(), Property.Kind.INSTANT, false);
      case "updatedAt":
        return new Operand("r.updated_at", List.of(), Property.Kind.INSTANT, false);
      default:
        Property property = type.find(filter.key()).orElse(null);
        if (property != null) {
          return new Operand("r." + property.column(), List.of(), property.kind(), false);
        }
        Field field = catalogue.find(filter.key()).orElse(null);
        return field == null || field.isCore() ? unknown(filter) : ofField(field);
    }
  }

  private static Operand ofField(Field field) {
    List<Object> path = List.of("$.\"" + field.key().replace("\"", "\\\"") + "\"");
    if (field.type() == FieldType.CHOICES || field.type() == FieldType.TAGS) {
      return new Operand("JSON_EXTRACT(r.field_values, ?)", path, Property.Kind.JSON, false);
    }
    if (field.type() == FieldType.BOOLEAN) {
      return new Operand("JSON_EXTRACT(r.field_values, ?)", path, Property.Kind.LINE, false);
    }
    boolean number =
        switch (field.type()) {
          case NUMBER, INTEGER, MONEY, PERCENT -> true;
          default -> false;
        };
    String value = "JSON_VALUE(r.field_values, ?)";
    return number
        ? new Operand("CAST(" + value + " AS DECIMAL(38,10))", path, Property.Kind.WHOLE, true)
        : new Operand(value, path, Property.Kind.LINE, false);
  }

  private @Nullable Operand unknown(Filter filter) {
    refuse(
        "unknown-field",
        "Không có trường “" + filter.key() + "”.",
        "There is no field “" + filter.key() + "”.");
    return null;
  }

  private @Nullable Condition compared(Operand operand, Filter filter) {
    String column = operand.column();
    switch (filter.operator()) {
      case EMPTY:
        return with(operand, column + " IS NULL", List.of());
      case NOTEMPTY:
        return with(operand, column + " IS NOT NULL", List.of());
      case CONTAINS:
        return contains(operand, filter);
      default:
        break;
    }
    if (operand.kind() == Property.Kind.INSTANT && DAY.matcher(filter.value().strip()).matches()) {
      return onDay(operand, filter);
    }
    List<Object> values = new ArrayList<>();
    String[] written =
        filter.operator() == Operator.IN
            ? filter.value().split(",")
            : new String[] {filter.value()};
    for (String one : written) {
      Object value = value(operand, one.strip(), filter);
      if (value == null) {
        return null;
      }
      values.add(value);
    }
    return switch (filter.operator()) {
      case EQ -> with(operand, column + " = ?", values);
      case NE -> with(operand, "NOT (" + column + " <=> ?)", values);
      case IN ->
          with(
              operand,
              column + " IN (" + String.join(",", Collections.nCopies(values.size(), "?")) + ")",
              values);
      case LT -> with(operand, column + " < ?", values);
      case LTE -> with(operand, column + " <= ?", values);
      case GT -> with(operand, column + " > ?", values);
      case GTE -> with(operand, column + " >= ?", values);
      default -> throw new IllegalStateException(filter.operator().name());
    };
  }

  /** A day goes from its beginning to its end; a moment is just that. */
  private @Nullable Condition onDay(Operand operand, Filter filter) {
    String column = operand.column();
    Object from = value(operand, filter.value().strip(), filter);
    if (from == null) {
      return null;
    }
    Object to = Utc.of(moment(filter.value().strip()).plus(Duration.ofDays(1)));
    String within = column + " >= ? AND " + column + " < ?";
    return switch (filter.operator()) {
      case LT -> with(operand, column + " < ?", List.of(from));
      case LTE -> with(operand, column + " < ?", List.of(to));
      case GT -> with(operand, column + " >= ?", List.of(to));
      case GTE -> with(operand, column + " >= ?", List.of(from));
      case NE ->
          with(operand, "(" + column + " IS NULL OR NOT (" + within + "))", List.of(from, to));
      default -> with(operand, "(" + within + ")", List.of(from, to));
    };
  }

  private @Nullable Condition contains(Operand operand, Filter filter) {
    if (operand.kind() == Property.Kind.JSON) {
      return with(
          operand,
          "JSON_CONTAINS(" + operand.column() + ", JSON_QUOTE(?))",
          List.of(filter.value()));
    }
    if (operand.kind() != Property.Kind.LINE && operand.kind() != Property.Kind.BODY) {
      refuse(
          "wrong-operator",
          "Phép “contains” chỉ dùng cho văn bản, không dùng cho “" + filter.key() + "”.",
          "“contains” is for texts, and “" + filter.key() + "” is none.");
      return null;
    }
    String text = filter.value().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    return with(operand, operand.column() + " LIKE ?", List.of("%" + text + "%"));
  }

  private static Condition with(Operand operand, String sql, List<Object> values) {
    List<Object> all = new ArrayList<>(operand.itsValues());
    all.addAll(values);
    return new Condition(sql, all);
  }

  private @Nullable Object value(Operand operand, String written, Filter filter) {
    try {
      return switch (operand.kind()) {
        case INSTANT -> Utc.of(moment(written));
        case WHOLE -> operand.decimal() ? new BigDecimal(written) : Integer.valueOf(written);
        case REFERENCE -> UUID.fromString(written).toString();
        case MEMBER -> member(written);
        default -> written;
      };
    } catch (DateTimeException | IllegalArgumentException e) {
      refuse(
          "wrong-value",
          "“%s” không phải là giá trị của “%s”.".formatted(written, filter.key()),
          "“%s” is no value of “%s”.".formatted(written, filter.key()));
      return null;
    }
  }

  private String member(String written) {
    if (written.equals("me")) {
      Actor actor = access.actor();
      // a program is no member: nothing is its own
      return actor.kind() == Actor.Kind.MEMBER && actor.id() != null
          ? actor.id().toString()
          : new UUID(0, 0).toString();
    }
    return UUID.fromString(written).toString();
  }

  private Instant moment(String written) {
    if (written.startsWith("now")) {
      String rest = written.substring(3).strip();
      if (rest.isEmpty()) {
        return now;
      }
      Duration distance = Duration.parse(rest.substring(1));
      return rest.startsWith("-") ? now.minus(distance) : now.plus(distance);
    }
    if (written.length() == 10) {
      return LocalDate.parse(written).atStartOfDay(catalogue.zone()).toInstant();
    }
    return OffsetDateTime.parse(written).toInstant();
  }

  private void refuse(String code, String vi, String en) {
    problems.add(new Problem("filter", code, new Text(vi, en)));
  }
}

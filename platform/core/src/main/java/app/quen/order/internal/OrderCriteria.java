package app.quen.order.internal;

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
import app.quen.setting.WorkspaceSettings;
import app.quen.text.Folding;
import app.quen.text.Text;
import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Turns filters into SQL conditions on an order {@code o}. Values are always parameters; the names
 * of columns come from the catalogue.
 */
final class OrderCriteria {

  /** Moments that every order has; placedAt is in the catalogue too. */
  private static final Map<String, String> MOMENTS =
      Map.of("placedAt", "o.placed_at", "createdAt", "o.created_at", "updatedAt", "o.updated_at");

  private final Catalogue catalogue;
  private final Fields fields;
  private final WorkspaceSettings settings;
  private final List<Problem> problems = new ArrayList<>();

  private OrderCriteria(Catalogue catalogue, Fields fields, WorkspaceSettings settings) {
    this.catalogue = catalogue;
    this.fields = fields;
    this.settings = settings;
  }

  /** A condition with the values of its question marks. */
  record Condition(String sql, List<Object> values) {}

  /**
   * @throws Invalid with all filters that do not fit
   */
  static List<Condition> of(
      List<Filter> filters, Catalogue catalogue, Fields fields, WorkspaceSettings settings) {
    OrderCriteria criteria = new OrderCriteria(catalogue, fields, settings);
    List<Condition> all = new ArrayList<>();
    for (Filter filter : filters) {
      Condition condition = criteria.condition(filter);
      if (condition != null) {
        all.add(condition);
      }
    }
    if (!criteria.problems.isEmpty()) {
      throw new Invalid(criteria.problems);
    }
    return all;
  }

  private @Nullable Condition condition(Filter filter) {
    String moment = MOMENTS.get(filter.key());
    if (moment != null) {
      return moment(filter, moment);
    }
    if (filter.key().equals("customerId")) {
      return compared(filter, "o.customer_id", ids(filter), false);
    }
    if (filter.key().equals("sourceId")) {
      return compared(filter, "o.source_id", ids(filter), false);
    }
    Field field = catalogue.find(filter.key()).orElse(null);
    if (field == null) {
      return refused(
          filter,
          "unknown-field",
          "Không có trường “" + filter.key() + "”.",
          "There is no field “" + filter.key() + "”.");
    }
    if (!field.searchable() || field.isCore() && field.column() == null) {
      return refused(
          filter,
          "not-searchable",
          "Không thể lọc theo “" + field.label().vi() + "”.",
          "“" + field.label().en() + "” cannot be filtered by.");
    }
    if (field.secret()) {
      SecretFilter asked =
          SecretFilter.of(
              fields,
              Orders.RECORD,
              field,
              app.quen.field.Operator.valueOf(filter.operator().name()),
              written(filter));
      if (asked.problem() != null) {
        problems.add(asked.problem());
        return null;
      }
      return new Condition(asked.sql("o.id", "o.field_values", field), asked.parameters());
    }
    boolean own = field.column() != null;
    String column =
        own ? "o." + field.column() : "JSON_VALUE(o.field_values, '$.\"" + field.key() + "\"')";
    if (!own && field.type().number()) {
      column = "CAST(" + column + " AS DECIMAL(30,6))";
    }
    return compared(filter, column, values(filter, field), field.type().ordered());
  }

  private @Nullable List<Object> ids(Filter filter) {
    List<Object> ids = new ArrayList<>();
    for (String written : written(filter)) {
      try {
        ids.add(UUID.fromString(written));
      } catch (IllegalArgumentException e) {
        refused(
            filter,
            "malformed",
            "“" + written + "” phải là một UUID.",
            "“" + written + "” must be a UUID.");
        return null;
      }
    }
    return ids;
  }

  private @Nullable List<Object> values(Filter filter, Field field) {
    List<Object> values = new ArrayList<>();
    for (String written : written(filter)) {
      if (filter.operator() == Operator.CONTAINS) {
        values.add("%" + escaped(Folding.tidy(written)) + "%");
        continue;
      }
      if (field.type() == FieldType.TEXT) {
        values.add(Folding.tidy(written));
        continue;
      }
      Fields.Parsed parsed = fields.parse(field, written);
      if (!parsed.problems().isEmpty() || parsed.value() == JsonValue.NULL) {
        Text text =
            parsed.problems().isEmpty()
                ? new Text("Thiếu giá trị.", "A value is missing.")
                : parsed.problems().getFirst().message();
        refused(filter, "malformed", text.vi(), text.en());
        return null;
      }
      values.add(
          switch (parsed.value()) {
            case JsonString text -> text.getString();
            case JsonNumber number -> number.bigDecimalValue();
            default -> parsed.value().toString();
          });
    }
    return values;
  }

  private static List<String> written(Filter filter) {
    return switch (filter.operator()) {
      case EMPTY, NOTEMPTY -> List.of();
      case IN -> Arrays.stream(filter.value().split(",")).map(String::strip).toList();
      default -> List.of(filter.value());
    };
  }

  private @Nullable Condition compared(
      Filter filter, String column, @Nullable List<Object> values, boolean ordered) {
    if (values == null) {
      return null;
    }
    return switch (filter.operator()) {
      case EQ -> new Condition(column + " = ?", values);
      case NE -> new Condition("(" + column + " <> ? OR " + column + " IS NULL)", values);
      case IN ->
          new Condition(
              column + " IN (" + String.join(",", Collections.nCopies(values.size(), "?")) + ")",
              values);
      case EMPTY -> new Condition(column + " IS NULL", List.of());
      case NOTEMPTY -> new Condition(column + " IS NOT NULL", List.of());
      case CONTAINS -> ordered ? unsuited(filter) : new Condition(column + " LIKE ?", values);
      case LT, LTE, GT, GTE ->
          ordered
              ? new Condition(column + " " + sign(filter.operator()) + " ?", values)
              : unsuited(filter);
    };
  }

  /** A day is one of the workspace, from its beginning to its end; a moment is just that. */
  private @Nullable Condition moment(Filter filter, String column) {
    if (filter.operator() == Operator.EMPTY || filter.operator() == Operator.NOTEMPTY) {
      return compared(filter, column, List.of(), true);
    }
    if (filter.operator() == Operator.CONTAINS || filter.operator() == Operator.IN) {
      return unsuited(filter);
    }
    LocalDateTime from;
    LocalDateTime to;
    try {
      if (filter.value().indexOf('T') >= 0) {
        from = Utc.of(Instant.parse(filter.value()));
        to = from.plusNanos(1_000);
      } else {
        LocalDate day = LocalDate.parse(filter.value());
        from = beginning(day);
        to = beginning(day.plusDays(1));
      }
    } catch (DateTimeException e) {
      return refused(
          filter,
          "not-a-date",
          "“" + filter.value() + "” phải có dạng yyyy-MM-dd hoặc yyyy-MM-ddTHH:mm:ssZ.",
          "“" + filter.value() + "” must be yyyy-MM-dd or yyyy-MM-ddTHH:mm:ssZ.");
    }
    return switch (filter.operator()) {
      case LT -> new Condition(column + " < ?", List.of(from));
      case LTE -> new Condition(column + " < ?", List.of(to));
      case GT -> new Condition(column + " >= ?", List.of(to));
      case GTE -> new Condition(column + " >= ?", List.of(from));
      case NE ->
          new Condition("NOT (" + column + " >= ? AND " + column + " < ?)", List.of(from, to));
      default -> new Condition("(" + column + " >= ? AND " + column + " < ?)", List.of(from, to));
    };
  }

  private LocalDateTime beginning(LocalDate day) {
    return LocalDateTime.ofInstant(
        day.atStartOfDay(settings.timeZone()).toInstant(), ZoneOffset.UTC);
  }

  private static String sign(Operator operator) {
    return switch (operator) {
      case LT -> "<";
      case LTE -> "<=";
      case GT -> ">";
      default -> ">=";
    };
  }

  static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }

  private @Nullable Condition unsuited(Filter filter) {
    return refused(
        filter,
        "unsuited-operator",
        "Phép so sánh này không dùng được cho “" + filter.key() + "”.",
        "This operator does not suit “" + filter.key() + "”.");
  }

  private @Nullable Condition refused(Filter filter, String code, String vi, String en) {
    problems.add(new Problem("filter." + filter.key(), code, new Text(vi, en)));
    return null;
  }
}

package app.quen.customer.internal;

import app.quen.access.WithoutSight;
import app.quen.customer.CustomerQuery;
import app.quen.customer.CustomerQuery.Filter;
import app.quen.customer.CustomerQuery.Operator;
import app.quen.customer.model.Keys;
import app.quen.field.Catalogue;
import app.quen.field.Field;
import app.quen.field.FieldType;
import app.quen.field.Fields;
import app.quen.field.Invalid;
import app.quen.field.Problem;
import app.quen.field.SecretFilter;
import app.quen.text.EmailAddress;
import app.quen.text.Folding;
import app.quen.text.PhoneNumber;
import app.quen.text.Text;
import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Turns filters into SQL conditions on a customer {@code c} and its other fields' values {@code e}.
 * Values are always parameters; the names of columns come from the catalogue.
 */
@WithoutSight(because = "it makes conditions; Finding holds each filter against the sight first")
final class Criteria {

  /** Moments that every customer has, besides the catalogue's fields. */
  private static final Map<String, String> MOMENTS =
      Map.of(
          "createdAt", "c.created_at", "updatedAt", "c.updated_at", "archivedAt", "c.archived_at");

  private final Catalogue catalogue;
  private final Fields fields;
  private final RollupCriteria rollups;
  private final List<Problem> problems = new ArrayList<>();

  private Criteria(Catalogue catalogue, Fields fields, RollupCriteria rollups) {
    this.catalogue = catalogue;
    this.fields = fields;
    this.rollups = rollups;
  }

  /**
   * @throws Invalid with all filters that do not fit
   */
  static List<Criterion> of(
      CustomerQuery query, Catalogue catalogue, Fields fields, RollupCriteria rollups) {
    Criteria criteria = new Criteria(catalogue, fields, rollups);
    List<Criterion> all = new ArrayList<>();
    for (Filter filter : query.filters()) {
      Criterion criterion = criteria.criterion(filter);
      if (criterion != null) {
        all.add(criterion);
      }
    }
    if (!criteria.problems.isEmpty()) {
      throw new Invalid(criteria.problems);
    }
    return all;
  }

  private @Nullable Criterion criterion(Filter filter) {
    String moment = MOMENTS.get(filter.key());
    if (moment != null) {
      return compared(Sql.of(moment), filter, FieldType.DATE, moment(filter), null);
    }
    if (filter.key().equals("sourceId")) {
      return source(filter);
    }
    Field field = catalogue.find(filter.key()).orElse(null);
    if (field == null) {
      return refused(
          filter,
          "unknown-field",
          "Không có trường “" + filter.key() + "”.",
          "There is no field “" + filter.key() + "”.");
    }
    if (!field.searchable()) {
      return refused(
          filter,
          "not-searchable",
          "Không thể lọc theo “" + field.label().vi() + "”.",
          "“" + field.label().en() + "” cannot be filtered by.");
    }
    if (field.secret()) {
      return secret(filter, field);
    }
    if (field.section().equals(Field.ROLLUP)) {
      return rollup(filter, field);
    }
    return switch (filter.key()) {
      case "phones" -> identifier(filter, "phone");
      case "emails" -> identifier(filter, "email");
      case "tags" -> tags(filter);
      case "interests" -> listed(filter, field, Sql.of("c.interests"));
      case "externalId" -> externalId(filter, field);
      default -> simple(filter, field);
    };
  }

  private @Nullable Criterion simple(Filter filter, Field field) {
    String key = filter.key();
    if (key.startsWith("address.")) {
      return address(filter, key);
    }
    if (field.type().list()) {
      return listed(filter, field, Sql.of("JSON_EXTRACT(e.field_values, ?)", "$.\"" + key + "\""));
    }
    if (field.type() == FieldType.ADDRESS) {
      return postal(filter, key);
    }
    if (field.column() == null) {
      return refused(
          filter,
          "not-searchable",
          "Chưa thể lọc theo “" + field.label().vi() + "”.",
          "“" + field.label().en() + "” cannot be filtered by yet.");
    }
    String column = key.equals("name") ? "c.name" : (field.isCore() ? "c." : "e.") + field.column();
    List<Object> values = values(filter, field);
    if (values == null) {
      return null;
    }
    Indexed index = null;
    if (!field.isCore()) {
      index = new Indexed("customer_ext", "customer_id", field.column(), field.column());
    } else if (key.equals("stage")) {
      index = new Indexed("customer", "id", "customer_by_stage", "stage");
    } else if (key.equals("ownerId")) {
      index = new Indexed("customer", "id", "customer_by_owner", "owner_id");
    }
    return compared(Sql.of(column), filter, field.type(), values, index);
  }

  private @Nullable Criterion secret(Filter filter, Field field) {
    SecretFilter asked =
        SecretFilter.of(
            fields,
            "customer",
            field,
            app.quen.field.Operator.valueOf(filter.operator().name()),
            written(filter));
    if (asked.problem() != null) {
      problems.add(asked.problem());
      return null;
    }
    Sql condition = Sql.of(asked.sql("c.id", "e.field_values", field)).with(asked.parameters());
    return asked.marks() == null
        ? new Criterion(condition, null, false)
        : new Criterion(
            condition,
            new Driver(
                "secret_index",
                "record_id",
                "PRIMARY",
                Sql.of(asked.marks()).with(asked.parameters()),
                false),
            asked.parameters().size() == 1);
  }

  private @Nullable Criterion source(Filter filter) {
    List<Object> ids = new ArrayList<>();
    for (String written : written(filter)) {
      try {
        ids.add(UUID.fromString(written).toString());
      } catch (IllegalArgumentException e) {
        return refused(
            filter,
            "malformed",
            "“" + written + "” không phải mã của một nguồn.",
            "“" + written + "” is no id of a source.");
      }
    }
    return compared(
        Sql.of("c.source_id"),
        filter,
        FieldType.MEMBER,
        ids,
        new Indexed("customer", "id", "customer_by_source", "source_id"));
  }

  /** The values of a filter as the database takes them; null if one does not fit. */
  private @Nullable List<Object> values(Filter filter, Field field) {
    if (filter.operator() == Operator.EMPTY || filter.operator() == Operator.NOTEMPTY) {
      return List.of();
    }
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
        Problem first = parsed.problems().isEmpty() ? null : parsed.problems().get(0);
        refused(
            filter,
            first == null ? "malformed" : first.code(),
            first == null ? "Thiếu giá trị." : first.message().vi(),
            first == null ? "A value is missing." : first.message().en());
        return null;
      }
      values.add(parameter(parsed.value()));
    }
    return values;
  }

  private static List<String> written(Filter filter) {
    return filter.operator() == Operator.IN
        ? Arrays.stream(filter.value().split(",")).map(String::strip).toList()
        : List.of(filter.value());
  }

  private static Object parameter(JsonValue value) {
    return switch (value) {
      case JsonString text -> text.getString();
      case JsonNumber number -> number.bigDecimalValue();
      default -> value == JsonValue.TRUE;
    };
  }

  private List<Object> moment(Filter filter) {
    if (filter.operator() == Operator.EMPTY || filter.operator() == Operator.NOTEMPTY) {
      return List.of();
    }
    List<Object> moments = new ArrayList<>();
    for (String written : written(filter)) {
      if (!written.matches("\\d{4}-\\d{2}-\\d{2}([T ]\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,6})?)?Z?)?")) {
        refused(
            filter,
            "not-a-date",
            "“" + written + "” phải có dạng yyyy-MM-dd hoặc yyyy-MM-ddTHH:mm:ssZ.",
            "“" + written + "” must be yyyy-MM-dd or yyyy-MM-ddTHH:mm:ssZ.");
        return List.of("1970-01-01");
      }
      moments.add(written.replace('T', ' ').replace("Z", ""));
    }
    return moments;
  }

  private @Nullable Criterion compared(
      Sql column,
      Filter filter,
      FieldType type,
      @Nullable List<Object> values,
      @Nullable Indexed index) {
    if (values == null) {
      return null;
    }
    String marks = String.join(",", Collections.nCopies(values.size(), "?"));
    Criterion result =
        switch (filter.operator()) {
          case EQ ->
              new Criterion(column.then(" = ?", values), driven(index, " = ?", values), true);
          case NE ->
              new Criterion(
                  Sql.of("(" + column.text() + " <> ? OR " + column.text() + " IS NULL)")
                      .with(values),
                  null,
                  false);
          case IN ->
              new Criterion(
                  column.then(" IN (" + marks + ")", values),
                  driven(index, " IN (" + marks + ")", values),
                  false);
          case LT -> range(column, index, " < ?", values);
          case LTE -> range(column, index, " <= ?", values);
          case GT -> range(column, index, " > ?", values);
          case GTE -> range(column, index, " >= ?", values);
          case CONTAINS -> new Criterion(column.then(" LIKE ?", values), null, false);
          case EMPTY -> new Criterion(empty(column, type), null, false);
          case NOTEMPTY ->
              new Criterion(Sql.of("NOT (" + empty(column, type).text() + ")"), null, false);
        };
    return type.operators().contains(app.quen.field.Operator.valueOf(filter.operator().name()))
        ? result
        : unsuited(filter);
  }

  private static Criterion range(
      Sql column, @Nullable Indexed index, String comparison, List<Object> values) {
    return new Criterion(column.then(comparison, values), driven(index, comparison, values), false);
  }

  private static Sql empty(Sql column, FieldType type) {
    boolean text = type == FieldType.TEXT;
    String isNull = column.text() + " IS NULL";
    return Sql.of(text ? "(" + isNull + " OR " + column.text() + " = '')" : isNull);
  }

  private static @Nullable Driver driven(
      @Nullable Indexed index, String comparison, List<Object> values) {
    return index == null
        ? null
        : new Driver(
            index.table(),
            index.id(),
            index.name(),
            Sql.of(index.column() + comparison).with(values),
            index.table().equals("customer"));
  }

  /** A field of an address is asked all its parts at once. */
  private Criterion postal(Filter filter, String key) {
    Sql json = Sql.of("JSON_EXTRACT(e.field_values, ?)", "$.\"" + key + "\"");
    return switch (filter.operator()) {
      case CONTAINS -> {
        List<Object> parameters = new ArrayList<>();
        for (String part : List.of("line", "ward", "district", "province", "postalCode")) {
          parameters.add("$.\"" + key + "\"." + part);
        }
        parameters.add("%" + escaped(Folding.tidy(filter.value())) + "%");
        // JSON compares byte by byte; people do not
        String parts = String.join(", ", Collections.nCopies(5, "JSON_VALUE(e.field_values, ?)"));
        yield new Criterion(
            Sql.of("CONCAT_WS(' ', " + parts + ") COLLATE utf8mb4_uca1400_ai_ci LIKE ?")
                .with(parameters),
            null,
            false);
      }
      case EMPTY -> new Criterion(json.then(" IS NULL", List.of()), null, false);
      case NOTEMPTY -> new Criterion(json.then(" IS NOT NULL", List.of()), null, false);
      default -> unsuited(filter);
    };
  }

  private Criterion address(Filter filter, String key) {
    Sql condition = AddressCriteria.of(filter.operator(), key.substring(8), written(filter));
    return condition == null ? unsuited(filter) : new Criterion(condition, null, false);
  }

  /** What a text inside an EXISTS can be asked. */
  private Criterion textual(Filter filter, String exists, String value) {
    return switch (filter.operator()) {
      case EQ -> new Criterion(Sql.of(exists + " = ?)", value), null, false);
      case NE -> new Criterion(Sql.of("NOT " + exists + " = ?)", value), null, false);
      case CONTAINS ->
          new Criterion(Sql.of(exists + " LIKE ?)", "%" + escaped(value) + "%"), null, false);
      case EMPTY -> new Criterion(Sql.of("NOT " + exists + " IS NOT NULL)"), null, false);
      case NOTEMPTY -> new Criterion(Sql.of(exists + " IS NOT NULL)"), null, false);
      default -> unsuited(filter);
    };
  }

  private Criterion identifier(Filter filter, String kind) {
    String exists =
        "EXISTS (SELECT 1 FROM customer_identifier i WHERE i.customer_id = c.id AND i.kind = '"
            + kind
            + "' AND i.normal";
    String normal = normal(kind, filter.value());
    if (filter.operator() == Operator.IN) {
      List<Object> normals =
          written(filter).stream().<Object>map(one -> normal(kind, one)).toList();
      String marks = String.join(",", Collections.nCopies(normals.size(), "?"));
      return new Criterion(Sql.of(exists + " IN (" + marks + "))").with(normals), null, false);
    }
    if (filter.operator() == Operator.EQ) {
      return new Criterion(
          Sql.of(exists + " = ?)", normal),
          new Driver(
              "customer_identifier",
              "customer_id",
              "customer_identifier_normal",
              Sql.of("kind = '" + kind + "' AND normal = ?", normal),
              false),
          true);
    }
    if (filter.operator() == Operator.CONTAINS && kind.equals("phone")) {
      String digits =
          PhoneNumber.movedBeginning(filter.value())
              .map(beginning -> beginning.substring(3))
              .orElse(filter.value().replaceAll("[^0-9]", "").replaceFirst("^0", ""));
      return new Criterion(Sql.of(exists + " LIKE ?)", "%" + digits + "%"), null, false);
    }
    return textual(filter, exists, normal);
  }

  private static String normal(String kind, String written) {
    return kind.equals("phone")
        ? PhoneNumber.read(written).map(PhoneNumber::normal).orElse(written)
        : EmailAddress.read(written).map(EmailAddress::normal).orElse(written);
  }

  private Criterion externalId(Filter filter, Field field) {
    if (filter.operator() != Operator.EQ) {
      Criterion criterion =
          compared(Sql.of("c.external_id"), filter, field.type(), values(filter, field), null);
      return criterion == null ? unsuited(filter) : criterion;
    }
    String key = Keys.ofExternalId(filter.value());
    return new Criterion(
        Sql.of("c.external_key = ?", key),
        new Driver("customer", "id", "customer_external", Sql.of("external_key = ?", key), false),
        true);
  }

  private Criterion tags(Filter filter) {
    String exists = "EXISTS (SELECT 1 FROM customer_tag t WHERE t.customer_id = c.id AND t.tag_key";
    List<Object> keys = written(filter).stream().<Object>map(Keys::ofTag).toList();
    String in = " IN (" + String.join(",", Collections.nCopies(keys.size(), "?")) + ")";
    return switch (filter.operator()) {
      case EQ, IN, CONTAINS ->
          new Criterion(
              Sql.of(exists + in + ")").with(keys),
              new Driver(
                  "customer_tag",
                  "customer_id",
                  "customer_tag_customers",
                  Sql.of("tag_key" + in).with(keys),
                  false),
              keys.size() == 1);
      case NE -> new Criterion(Sql.of("NOT " + exists + in + ")").with(keys), null, false);
      case EMPTY -> new Criterion(Sql.of("NOT " + exists + " <> '')"), null, false);
      case NOTEMPTY -> new Criterion(Sql.of(exists + " <> '')"), null, false);
      default -> unsuited(filter);
    };
  }

  /** A JSON array of texts. */
  private Criterion listed(Filter filter, Field field, Sql json) {
    List<Object> values = new ArrayList<>();
    if (filter.operator() != Operator.EMPTY && filter.operator() != Operator.NOTEMPTY) {
      values.addAll(written(filter));
    }
    List<String> tests = new ArrayList<>();
    List<Object> parameters = new ArrayList<>();
    for (Object value : values) {
      tests.add("JSON_CONTAINS(" + json.text() + ", JSON_QUOTE(?))");
      parameters.addAll(json.parameters());
      parameters.add(value);
    }
    Sql any = Sql.of("(" + String.join(" OR ", tests) + ")").with(parameters);
    return switch (filter.operator()) {
      case EQ, IN, CONTAINS -> new Criterion(any, null, false);
      case NE ->
          new Criterion(
              Sql.of("NOT COALESCE(" + any.text() + ", 0)").with(parameters), null, false);
      case EMPTY -> new Criterion(json.then(" IS NULL", List.of()), null, false);
      case NOTEMPTY -> new Criterion(json.then(" IS NOT NULL", List.of()), null, false);
      default -> unsuited(filter);
    };
  }

  private @Nullable Criterion rollup(Filter filter, Field field) {
    List<Object> values = values(filter, field);
    return values == null
        ? null
        : rollups.criterion(filter, field, values).orElseGet(() -> unsuited(filter));
  }

  static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }

  private Criterion unsuited(Filter filter) {
    refused(
        filter,
        "unsuited-operator",
        "Phép so sánh này không dùng được cho “" + filter.key() + "”.",
        "This operator does not suit “" + filter.key() + "”.");
    return new Criterion(Sql.of("FALSE"), null, false);
  }

  private @Nullable Criterion refused(Filter filter, String code, String vi, String en) {
    problems.add(new Problem("filter." + filter.key(), code, new Text(vi, en)));
    return null;
  }

  /** Where an index finds the values of a column. */
  private record Indexed(String table, String id, String name, String column) {}
}

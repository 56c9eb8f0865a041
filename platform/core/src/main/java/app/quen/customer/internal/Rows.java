package app.quen.customer.internal;

import app.quen.access.ActorColumns;
import app.quen.access.WithoutSight;
import app.quen.customer.CustomerId;
import app.quen.customer.CustomerView;
import app.quen.customer.CustomerView.Address;
import app.quen.customer.CustomerView.Contact;
import app.quen.database.PlainSql;
import app.quen.database.Utc;
import app.quen.database.Work;
import app.quen.field.Catalogue;
import app.quen.field.Fields;
import app.quen.field.StoredValues;
import app.quen.place.AddressUnits;
import app.quen.rollup.Rollups;
import app.quen.setting.Settings;
import app.quen.setting.WorkspaceSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads customers with all that belongs to them: four queries, however many customers. */
@WithoutSight(
    because = "it reads whole customers for those who write them; SeenCustomers is what shows them")
@ApplicationScoped
public class Rows {

  /** Kept: the methods of Json look the provider up at each call. */
  private static final JsonProvider JSON = JsonProvider.provider();

  /** By their places in it, {@link #view} reads them: looking each up by its name costs more. */
  private static final String COLUMNS =
      "c.id, c.version, c.kind, c.name, c.family_name, c.middle_name, c.given_name, c.gender,"
          + " c.birth_date, c.birth_place, c.interests, c.education, c.occupation, c.income_band,"
          + " c.tax_code, c.external_id, c.preferred_channel, c.owner_id, c.stage, c.source_id,"
          + " c.created_at, c.created_by_kind, c.created_by_id, c.created_by_name, c.updated_at,"
          + " c.updated_by_kind, c.updated_by_id, c.updated_by_name, c.archived_at, c.deleted_at,"
          + " e.field_values";

  @Inject Work work;
  @Inject Fields fields;
  @Inject StoredValues storedValues;
  @Inject Rollups rollups;
  @Inject Settings settings;

  /** Those of the ids that exist, in the order of the ids, with the fields that are visible. */
  List<CustomerView> read(Collection<UUID> ids) {
    return ids.isEmpty() ? List.of() : read(ids, fields.catalogue("customer"));
  }

  List<CustomerView> read(Collection<UUID> ids, Catalogue catalogue) {
    if (ids.isEmpty()) {
      return List.of();
    }
    Handle sql = work.sql();
    Map<UUID, List<Contact>> phones = new HashMap<>();
    Map<UUID, List<Contact>> emails = new HashMap<>();
    Map<UUID, List<Address>> addresses = new HashMap<>();
    Map<UUID, List<String>> tags = new HashMap<>();
    PlainSql.read(
        sql,
        "SELECT customer_id, kind, written, normal, label, is_primary FROM customer_identifier"
            + " WHERE customer_id IN (%s) ORDER BY customer_id, kind, position",
        ids,
        row ->
            (row.getString(2).equals("phone") ? phones : emails)
                .computeIfAbsent(id(row, 1), k -> new ArrayList<>())
                .add(
                    new Contact(
                        row.getString(3), row.getString(4), row.getString(5), row.getBoolean(6))));
    PlainSql.read(
        sql,
        "SELECT customer_id, line, ward, district, province, country, postal_code, label,"
            + " is_primary, province_code, ward_code, former_province, former_district, former_ward"
            + " FROM customer_address WHERE customer_id IN (%s)"
            + " ORDER BY customer_id, position",
        ids,
        row ->
            addresses
                .computeIfAbsent(id(row, 1), k -> new ArrayList<>())
                .add(
                    new Address(
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7),
                        row.getString(8),
                        row.getBoolean(9),
                        units(row))));
    PlainSql.read(
        sql,
        "SELECT customer_id, tag FROM customer_tag WHERE customer_id IN (%s)"
            + " ORDER BY customer_id, tag_key",
        ids,
        row -> tags.computeIfAbsent(id(row, 1), k -> new ArrayList<>()).add(row.getString(2)));
    WorkspaceSettings here = settings.current();
    Map<UUID, JsonObject> stored = new HashMap<>();
    List<CustomerView> read = new ArrayList<>(ids.size());
    PlainSql.read(
        sql,
        "SELECT "
            + COLUMNS
            + ", r.* FROM customer c"
            + " LEFT JOIN customer_ext e ON e.customer_id = c.id"
            + " LEFT JOIN customer_rollup r ON r.customer_id = c.id WHERE c.id IN (%s)",
        ids,
        row -> {
          UUID id = id(row, 1);
          String values = row.getString(31);
          stored.put(id, values == null ? JsonValue.EMPTY_JSON_OBJECT : parse(values));
          read.add(
              view(
                  id,
                  row,
                  phones.getOrDefault(id, List.of()),
                  emails.getOrDefault(id, List.of()),
                  addresses.getOrDefault(id, List.of()),
                  tags.getOrDefault(id, List.of()),
                  rollups.of(row).json(here)));
        });
    Map<UUID, JsonObject> visible = storedValues.visible("customer", catalogue, stored);
    Map<UUID, CustomerView> found = new HashMap<>();
    for (CustomerView customer : read) {
      UUID id = customer.id().value();
      found.put(id, customer.withFields(visible.get(id)));
    }
    return ids.stream().map(found::get).filter(c -> c != null).toList();
  }

  /** Locks customers' rows until the transaction ends, in one order for all. */
  void lock(Collection<UUID> ids) {
    PlainSql.read(
        work.sql(),
        "SELECT id FROM customer WHERE id IN (%s) ORDER BY id FOR UPDATE",
        ids,
        r -> {});
  }

  /** All stored values of fields, hidden ones too. */
  Map<UUID, JsonObject> storedValues(Collection<UUID> ids) {
    Map<UUID, JsonObject> values = new HashMap<>();
    if (!ids.isEmpty()) {
      PlainSql.read(
          work.sql(),
          "SELECT customer_id, field_values FROM customer_ext WHERE customer_id IN (%s)",
          ids,
          row -> values.put(id(row, 1), parse(row.getString(2))));
    }
    return values;
  }

  static JsonObject parse(String json) {
    try (var reader = JSON.createReader(new StringReader(json))) {
      return reader.readObject();
    }
  }

  private static CustomerView view(
      UUID id,
      ResultSet row,
      List<Contact> phones,
      List<Contact> emails,
      List<Address> addresses,
      List<String> tags,
      JsonObject rollups)
      throws SQLException {
    return new CustomerView(
        new CustomerId(id),
        row.getInt(2),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        row.getString(7),
        row.getString(8),
        row.getObject(9, LocalDate.class),
        row.getString(10),
        texts(row.getString(11)),
        row.getString(12),
        row.getString(13),
        row.getString(14),
        row.getString(15),
        phones,
        emails,
        addresses,
        row.getString(16),
        row.getString(17),
        tags,
        row.getObject(18, UUID.class),
        row.getString(19),
        JsonValue.EMPTY_JSON_OBJECT,
        row.getObject(20, UUID.class),
        Utc.at(row, 21),
        ActorColumns.of(row, 22),
        Utc.at(row, 25),
        ActorColumns.of(row, 26),
        Utc.atOrNull(row, 29),
        Utc.atOrNull(row, 30),
        rollups);
  }

  private static @Nullable AddressUnits units(ResultSet row) throws SQLException {
    String province = row.getString("province_code");
    return province == null
        ? null
        : new AddressUnits(
            province,
            row.getString("ward_code"),
            row.getString("former_province"),
            row.getString("former_district"),
            row.getString("former_ward"));
  }

  private static List<String> texts(@Nullable String json) {
    if (json == null) {
      return List.of();
    }
    try (var reader = JSON.createReader(new StringReader(json))) {
      return reader.readArray().getValuesAs(JsonString::getString);
    }
  }

  private static UUID id(ResultSet row, int column) throws SQLException {
    return row.getObject(column, UUID.class);
  }
}

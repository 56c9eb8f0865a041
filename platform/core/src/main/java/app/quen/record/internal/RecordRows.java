package app.quen.record.internal;

import app.quen.access.Actor;
import app.quen.access.Policy;
import app.quen.access.Refused;
import app.quen.access.Sight;
import app.quen.customer.CustomerId;
import app.quen.database.PlainSql;
import app.quen.database.Work;
import app.quen.field.Catalogue;
import app.quen.field.Fields;
import app.quen.field.StoredValues;
import app.quen.record.Draft;
import app.quen.record.NoSuchRecord;
import app.quen.record.RecordType;
import app.quen.record.RecordView;
import app.quen.secret.Sealing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of records: as they are seen, and as they are written. */
@ApplicationScoped
class RecordRows {

  private static final int ROWS_AT_ONCE = 200;

  /** Kept: the methods of Json look the provider up at each call. */
  private static final JsonProvider JSON = JsonProvider.provider();

  @Inject Work work;
  @Inject Fields fields;
  @Inject References references;
  @Inject StoredValues values;
  @Inject Policy policy;

  List<RecordView> show(RecordType type, Collection<UUID> ids) {
    Sight sight = policy.of(type.name());
    return shown(read(type, ids, sight.rows("r")), sight);
  }

  List<RecordView> show(RecordType type, CustomerId seen, Collection<UUID> ids) {
    Sight sight = policy.of(type.name());
    String rows = "r.customer_id = '" + seen.value() + "' AND " + sight.rowsOfSeen("r");
    return shown(read(type, ids, rows), sight);
  }

  private static List<RecordView> shown(List<RecordView> found, Sight sight) {
    return sight.whole() ? found : found.stream().map(record -> seen(record, sight)).toList();
  }

  static RecordView seen(RecordView record, Sight sight) {
    return new RecordView(record.id(), record.version(), sight.reads(record.json()));
  }

  /** For who wrote it: also where they have just given it away. */
  RecordView written(RecordType type, UUID id) {
    return seen(known(type, id), policy.of(type.name()));
  }

  /** All of it, for who changes it; nobody is shown it as it is. */
  RecordView known(RecordType type, UUID id) {
    return read(type, List.of(id), Sight.EVERY_ROW).stream()
        .findFirst()
        .orElseThrow(() -> new NoSuchRecord(type, id));
  }

  private List<RecordView> read(RecordType type, Collection<UUID> ids, String rows) {
    if (ids.isEmpty()) {
      return List.of();
    }
    Catalogue catalogue = fields.catalogue(type.name());
    RowShape.Seen seen = seen(type, ids, catalogue);
    Map<UUID, RecordView> found = new HashMap<>();
    work.sql()
        .createQuery(
            "SELECT r.*, c.name AS customer_name FROM "
                + type.table()
                + " r LEFT JOIN customer c ON c.id = r.customer_id WHERE r.id IN (<ids>) AND "
                + rows)
        .bindList("ids", List.copyOf(ids))
        .map((row, context) -> RowShape.view(type, row, seen))
        .forEach(view -> found.put(view.id(), view));
    return ids.stream().map(found::get).filter(Objects::nonNull).toList();
  }

  /** Where there are sensitive fields, all are opened at once and not each for itself. */
  private RowShape.Seen seen(RecordType type, Collection<UUID> ids, Catalogue catalogue) {
    if (catalogue.secrets().isEmpty()) {
      return (id, stored) -> values.visible(type.name(), catalogue, Map.of(id, stored)).get(id);
    }
    Map<UUID, JsonObject> stored = new HashMap<>();
    PlainSql.read(
        work.sql(),
        "SELECT id, field_values FROM "
            + type.table()
            + " WHERE field_values IS NOT NULL AND id IN (%s)",
        List.copyOf(ids),
        row -> stored.put(row.getObject(1, UUID.class), RowShape.parse(row.getString(2))));
    Map<UUID, JsonObject> visible = values.visible(type.name(), catalogue, stored);
    return (id, raw) -> visible.getOrDefault(id, JsonValue.EMPTY_JSON_OBJECT);
  }

  void insert(RecordType type, List<List<@Nullable Object>> rows) {
    List<String> columns =
        new ArrayList<>(
            List.of("id", "created_at", "created_by_kind", "created_by_id", "created_by_name"));
    columns.addAll(RowShape.columns(type));
    String head = "INSERT INTO " + type.table() + " (" + String.join(", ", columns) + ") VALUES ";
    String one = "(" + String.join(",", Collections.nCopies(columns.size(), "?")) + ")";
    for (int from = 0; from < rows.size(); from += ROWS_AT_ONCE) {
      List<List<@Nullable Object>> some =
          rows.subList(from, Math.min(rows.size(), from + ROWS_AT_ONCE));
      List<@Nullable Object> values = new ArrayList<>();
      some.forEach(values::addAll);
      PlainSql.execute(
          work.sql(), head + String.join(",", Collections.nCopies(some.size(), one)), values);
    }
  }

  void update(
      RecordType type,
      UUID id,
      Draft draft,
      Catalogue catalogue,
      int version,
      Instant now,
      Actor actor) {
    String stored =
        work.sql()
            .createQuery("SELECT field_values FROM " + type.table() + " WHERE id = ?")
            .bind(0, id)
            .map((row, context) -> row.getString(1))
            .findOne()
            .orElse(null);
    List<Sealing> sealings = List.of(RowShape.sealing(id, stored, draft.values()));
    String fieldValues =
        RowShape.text(this.values.kept(type.name(), catalogue, sealings).getFirst());
    List<@Nullable Object> values =
        RowShape.values(type, draft.values(), fieldValues, version, now, actor);
    values.add(id);
    PlainSql.execute(
        work.sql(),
        "UPDATE "
            + type.table()
            + " SET "
            + String.join(" = ?, ", RowShape.columns(type))
            + " = ? WHERE id = ?",
        values);
  }

  /** Locks the customer, the one that the patch names too, and then the record. */
  RecordView locked(RecordType type, UUID id, JsonObject patch) {
    String customer =
        work.sql()
            .createQuery("SELECT customer_id FROM " + type.table() + " WHERE id = ?")
            .bind(0, id)
            .map((row, context) -> row.getString(1) == null ? "" : row.getString(1))
            .findOne()
            .orElseThrow(() -> new NoSuchRecord(type, id));
    references.lockCustomers(
        List.of(JSON.createObjectBuilder().add("customerId", customer).build(), patch));
    work.sql()
        .createQuery("SELECT id FROM " + type.table() + " WHERE id = ? FOR UPDATE")
        .bind(0, id)
        .mapTo(String.class)
        .one();
    RecordView known = known(type, id);
    requireChangeable(type, id);
    return known;
  }

  private void requireChangeable(RecordType type, UUID id) {
    Sight sight = policy.of(type.name());
    if (!sight.everyRow() && read(type, List.of(id), sight.rowsToChange("r")).isEmpty()) {
      if (read(type, List.of(id), sight.rows("r")).isEmpty()) {
        throw new NoSuchRecord(type, id);
      }
      throw new Refused(type.name() + ":update");
    }
  }
}

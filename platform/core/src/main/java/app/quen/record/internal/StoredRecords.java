package app.quen.record.internal;

import app.quen.access.Access;
import app.quen.access.Actor;
import app.quen.access.Policy;
import app.quen.access.Refused;
import app.quen.access.Sight;
import app.quen.customer.RunMemory;
import app.quen.customer.Source;
import app.quen.database.PlainSql;
import app.quen.database.Utc;
import app.quen.database.Work;
import app.quen.fact.Outbox;
import app.quen.field.Catalogue;
import app.quen.field.Fields;
import app.quen.field.Invalid;
import app.quen.field.Problem;
import app.quen.field.StoredValues;
import app.quen.field.Unwritable;
import app.quen.record.Draft;
import app.quen.record.NoSuchRecord;
import app.quen.record.Property;
import app.quen.record.RecordChange;
import app.quen.record.RecordConflict;
import app.quen.record.RecordOutcome;
import app.quen.record.RecordPage;
import app.quen.record.RecordQuery;
import app.quen.record.RecordType;
import app.quen.record.RecordView;
import app.quen.record.Records;
import app.quen.rollup.Rollups;
import app.quen.secret.Sealing;
import app.quen.text.Text;
import app.quen.trash.EmptyTrash;
import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@link Records} in the schema of the tenant that is entered. */
@ApplicationScoped
class StoredRecords implements Records {

  private static final int ROWS_AT_ONCE = 200;

  /** Kept: the methods of Json look the provider up at each call. */
  private static final JsonProvider JSON = JsonProvider.provider();

  @Inject Work work;
  @Inject Access access;
  @Inject Outbox outbox;
  @Inject Fields fields;
  @Inject References references;
  @Inject RecordOrigins origins;
  @Inject Listing listing;
  @Inject RecordHistory history;
  @Inject Rollups rollups;
  @Inject StoredValues values;
  @Inject EmptyTrash trash;
  @Inject RunMemory runs;
  @Inject Policy policy;

  @Override
  public RecordView create(RecordType type, JsonObject written, Source source) {
    RecordOutcome outcome = createMany(type, List.of(written), source).get(0);
    if (outcome.refused()) {
      throw new Invalid(outcome.problems());
    }
    return written(type, Objects.requireNonNull(outcome.id()));
  }

  @Override
  public List<RecordOutcome> createMany(RecordType type, List<JsonObject> asked, Source source) {
    List<JsonObject> written = owned(type, asked);
    references.lockCustomers(written);
    Catalogue catalogue = fields.forWriting(type.name());
    List<Draft> drafts = drafts(type, written, catalogue);
    origins.put(type, written, drafts, source);
    List<UUID> ids = drafts.stream().map(draft -> UuidCreator.getTimeOrderedEpoch()).toList();
    claim(type, catalogue, drafts, ids);
    Instant now = now();
    Actor actor = access.actor();
    List<RecordOutcome> outcomes = new ArrayList<>();
    List<Outbox.Entry> facts = new ArrayList<>();
    Map<UUID, Integer> made = new LinkedHashMap<>();
    List<List<@Nullable Object>> rows = new ArrayList<>();
    Map<UUID, @Nullable String> kept = kept(type, catalogue, drafts, ids);
    for (int i = 0; i < drafts.size(); i++) {
      Draft draft = drafts.get(i);
      if (!draft.problems().isEmpty()) {
        outcomes.add(new RecordOutcome(null, draft.problems()));
        continue;
      }
      UUID id = ids.get(i);
      Map<String, JsonValue> content = draft.values();
      List<@Nullable Object> row = new ArrayList<>();
      row.add(id);
      row.add(Utc.of(now));
      RowShape.addActor(row, actor);
      row.addAll(RowShape.values(type, content, kept.get(id), 1, now, actor));
      rows.add(row);
      JsonArray changes = Telling.between(type, Map.of(), content);
      JsonObject payload = Telling.payload(content.get("customerId"), 1, source, changes);
      facts.add(new Outbox.Entry(id, payload.toString()));
      outcomes.add(new RecordOutcome(id, List.of()));
      made.put(id, 1);
    }
    insert(type, rows);
    runs.made(source, type.name(), made);
    outbox.recordAll(type.facts().added(), type.name(), facts);
    refresh(type, drafts.stream().filter(d -> d.problems().isEmpty()).map(Draft::values));
    return outcomes;
  }

  /** The values of those that fit, as they are to be stored. */
  private Map<UUID, @Nullable String> kept(
      RecordType type, Catalogue catalogue, List<Draft> drafts, List<UUID> ids) {
    List<Sealing> sealings = new ArrayList<>();
    for (int i = 0; i < drafts.size(); i++) {
      if (drafts.get(i).problems().isEmpty()) {
        sealings.add(RowShape.sealing(ids.get(i), null, drafts.get(i).values()));
      }
    }
    List<JsonObject> sealed = values.kept(type.name(), catalogue, sealings);
    Map<UUID, @Nullable String> kept = new HashMap<>();
    for (int i = 0; i < sealings.size(); i++) {
      kept.put(sealings.get(i).record(), RowShape.text(sealed.get(i)));
    }
    return kept;
  }

  @Override
  public List<RecordOutcome> check(RecordType type, List<JsonObject> written) {
    return drafts(type, owned(type, written), fields.catalogue(type.name())).stream()
        .map(draft -> new RecordOutcome(null, draft.problems()))
        .toList();
  }

  private List<Draft> drafts(RecordType type, List<JsonObject> written, Catalogue catalogue) {
    Instant now = now();
    Actor actor = access.actor();
    List<Draft> drafts =
        written.stream().map(one -> Reading.read(type, one, null, catalogue, now, actor)).toList();
    references.check(type, drafts);
    Sight sight = policy.of(type.name());
    for (int i = 0; i < drafts.size(); i++) {
      Unwritable.among(keys(written.get(i), true), sight).forEach(drafts.get(i)::problem);
    }
    return drafts;
  }

  /** What nobody is named to look after is theirs who cannot see what is nobody's. */
  private List<JsonObject> owned(RecordType type, List<JsonObject> written) {
    Actor actor = access.actor();
    Property owner =
        type.all().stream()
            .filter(property -> property.kind() == Property.Kind.MEMBER && property.written())
            .findFirst()
            .orElse(null);
    if (owner == null
        || actor.kind() != Actor.Kind.MEMBER
        || actor.id() == null
        || policy.of(type.name()).owners() == null) {
      return written;
    }
    return written.stream()
        .map(
            one ->
                one.getOrDefault(owner.key(), JsonValue.NULL) == JsonValue.NULL
                    ? JSON.createObjectBuilder(one).add(owner.key(), actor.id().toString()).build()
                    : one)
        .toList();
  }

  /** What is asked to be written, by field. */
  private static Set<String> keys(JsonObject written, boolean valuesOnly) {
    Set<String> keys = new LinkedHashSet<>();
    written.forEach(
        (key, value) -> {
          if (key.equals("fields") && value instanceof JsonObject fields) {
            fields.forEach((field, one) -> add(keys, field, one, valuesOnly));
          } else {
            add(keys, key, value, valuesOnly);
          }
        });
    return keys;
  }

  private static void add(Set<String> keys, String key, JsonValue value, boolean valuesOnly) {
    if (!valuesOnly || value != JsonValue.NULL) {
      keys.add(key);
    }
  }

  private void insert(RecordType type, List<List<@Nullable Object>> rows) {
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

  @Override
  public RecordView show(RecordType type, UUID id) {
    return show(type, List.of(id)).stream()
        .findFirst()
        .orElseThrow(() -> new NoSuchRecord(type, id));
  }

  @Override
  public List<RecordView> show(RecordType type, Collection<UUID> ids) {
    Sight sight = policy.of(type.name());
    List<RecordView> found = read(type, ids, sight.rows("r"));
    return sight.whole() ? found : found.stream().map(record -> seen(record, sight)).toList();
  }

  private static RecordView seen(RecordView record, Sight sight) {
    return new RecordView(record.id(), record.version(), sight.reads(record.json()));
  }

  /** For who wrote it: also where they have just given it away. */
  private RecordView written(RecordType type, UUID id) {
    return seen(known(type, id), policy.of(type.name()));
  }

  /** All of it, for who changes it; nobody is shown it as it is. */
  private RecordView known(RecordType type, UUID id) {
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

  @Override
  public RecordView revise(
      RecordType type, UUID id, JsonObject patch, int expectedVersion, Source source) {
    RecordView before = locked(type, id, patch);
    if (before.version() != expectedVersion) {
      Sight sight = policy.of(type.name());
      throw new RecordConflict(
          seen(before, sight),
          history.changedSince(id, expectedVersion).stream().filter(sight::reads).toList());
    }
    if (before.json().containsKey("deletedAt")) {
      throw inTrash();
    }
    List<Problem> against = Unwritable.among(keys(patch, false), policy.of(type.name()));
    if (!against.isEmpty()) {
      throw new Invalid(against);
    }
    Catalogue catalogue = fields.forWriting(type.name());
    Map<String, JsonValue> old = content(type, before.json());
    JsonObject target = JSON.createMergePatch(patch).apply(object(old)).asJsonObject();
    Instant now = now();
    Actor actor = access.actor();
    Draft draft = Reading.read(type, target, before.json(), catalogue, now, actor);
    references.check(type, List.of(draft));
    claim(type, catalogue, List.of(draft), List.of(id));
    if (!draft.problems().isEmpty()) {
      throw new Invalid(draft.problems());
    }
    JsonArray changes = Telling.between(type, old, draft.values());
    if (changes.isEmpty()) {
      return written(type, id);
    }
    int version = before.version() + 1;
    update(type, id, draft, catalogue, version, now, actor);
    JsonValue customer = draft.values().get("customerId");
    outbox.record(
        type.facts().revised(),
        type.name(),
        id,
        Telling.payload(customer, version, source, changes));
    refresh(type, Stream.of(old, draft.values()));
    return written(type, id);
  }

  private void update(
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

  @Override
  public RecordView trash(RecordType type, UUID id, Source source) {
    return move(type, id, true, source);
  }

  @Override
  public RecordView restore(RecordType type, UUID id, Source source) {
    return move(type, id, false, source);
  }

  private RecordView move(RecordType type, UUID id, boolean away, Source source) {
    RecordView before = locked(type, id, JsonValue.EMPTY_JSON_OBJECT);
    JsonValue deleted = before.json().get("deletedAt");
    if ((deleted != null) == away) {
      return written(type, id);
    }
    if (away) {
      trash.emptyLater();
    }
    Instant now = now();
    Actor actor = access.actor();
    List<@Nullable Object> values = new ArrayList<>();
    values.add(before.version() + 1);
    values.add(Utc.of(now));
    RowShape.addActor(values, actor);
    values.add(away ? Utc.of(now) : null);
    values.add(away ? actor.kind().name() : null);
    values.add(away ? actor.id() : null);
    values.add(away ? actor.name() : null);
    values.add(id);
    PlainSql.execute(
        work.sql(),
        "UPDATE "
            + type.table()
            + " SET version = ?, updated_at = ?, updated_by_kind = ?, updated_by_id = ?,"
            + " updated_by_name = ?, deleted_at = ?, deleted_by_kind = ?, deleted_by_id = ?,"
            + " deleted_by_name = ? WHERE id = ?",
        values);
    RecordView after = known(type, id);
    outbox.record(
        away ? type.facts().trashed() : type.facts().restored(),
        type.name(),
        id,
        Telling.payload(
            after.json().get("customerId"),
            after.version(),
            source,
            Telling.ofTrash(deleted, after.json().get("deletedAt"))));
    refresh(type, Stream.of(after.json()));
    return written(type, id);
  }

  /** What follows for the customers; their rows are locked. Nothing follows from tasks. */
  private void refresh(RecordType type, Stream<? extends Map<String, JsonValue>> records) {
    if (!type.customerNeeded()) {
      return;
    }
    Set<UUID> customers = new TreeSet<>();
    records
        .map(record -> record.get("customerId"))
        .filter(JsonString.class::isInstance)
        .forEach(id -> customers.add(UUID.fromString(((JsonString) id).getString())));
    if (!customers.isEmpty()) {
      rollups.refresh(customers);
    }
  }

  /** Locks the customer, the one that the patch names too, and then the record. */
  private RecordView locked(RecordType type, UUID id, JsonObject patch) {
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

  @Override
  public RecordPage list(RecordType type, RecordQuery query, @Nullable String cursor, int limit) {
    Catalogue catalogue = fields.catalogue(type.name());
    Listing.Found found = listing.find(type, query, catalogue, cursor, Math.clamp(limit, 1, MOST));
    return new RecordPage(show(type, found.ids()), found.nextCursor());
  }

  @Override
  public List<RecordChange> history(RecordType type, UUID id) {
    show(type, id);
    Sight sight = policy.of(type.name());
    return history.of(id).stream()
        .map(change -> RecordHistory.seen(change, sight))
        .filter(Objects::nonNull)
        .toList();
  }

  private static Map<String, JsonValue> content(RecordType type, JsonObject json) {
    Map<String, JsonValue> content = new LinkedHashMap<>();
    if (json.get("customerId") instanceof JsonString customer) {
      content.put("customerId", customer);
    }
    type.all().stream()
        .filter(property -> json.containsKey(property.key()))
        .forEach(property -> content.put(property.key(), json.get(property.key())));
    content.put("fields", json.getOrDefault("fields", JsonValue.EMPTY_JSON_OBJECT));
    return content;
  }

  private static JsonObject object(Map<String, JsonValue> values) {
    JsonObjectBuilder json = JSON.createObjectBuilder();
    values.forEach(json::add);
    return json.build();
  }

  /** Unique values and references, of those that fit otherwise. */
  private void claim(RecordType type, Catalogue catalogue, List<Draft> drafts, List<UUID> ids) {
    List<StoredValues.Claim> claims = new ArrayList<>();
    List<Draft> claiming = new ArrayList<>();
    for (int i = 0; i < drafts.size(); i++) {
      Draft draft = drafts.get(i);
      if (draft.problems().isEmpty()) {
        claiming.add(draft);
        claims.add(new StoredValues.Claim(ids.get(i), draft.fieldsBefore(), draft.fields()));
      }
    }
    if (!claims.isEmpty()) {
      List<List<Problem>> problems = values.claim(type.name(), catalogue, claims);
      for (int i = 0; i < claiming.size(); i++) {
        problems.get(i).forEach(claiming.get(i)::problem);
      }
    }
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MICROS);
  }

  private static Invalid inTrash() {
    return new Invalid(
        List.of(
            new Problem(
                "deletedAt",
                "in-trash",
                new Text(
                    "Mục này đang ở trong thùng rác; hãy khôi phục trước khi sửa.",
                    "It is in the trash; restore it before you change it."))));
  }
}

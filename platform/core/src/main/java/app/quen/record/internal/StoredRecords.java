package app.quen.record.internal;

import app.quen.access.Access;
import app.quen.access.Actor;
import app.quen.access.Policy;
import app.quen.access.Sight;
import app.quen.customer.CustomerId;
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
import app.quen.field.Unwritable;
import app.quen.record.Draft;
import app.quen.record.NoSuchRecord;
import app.quen.record.RecordChange;
import app.quen.record.RecordConflict;
import app.quen.record.RecordOutcome;
import app.quen.record.RecordPage;
import app.quen.record.RecordQuery;
import app.quen.record.RecordType;
import app.quen.record.RecordView;
import app.quen.record.Records;
import app.quen.rollup.Rollups;
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
import java.util.LinkedHashMap;
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

  /** Kept: the methods of Json look the provider up at each call. */
  private static final JsonProvider JSON = JsonProvider.provider();

  @Inject Work work;
  @Inject Access access;
  @Inject Outbox outbox;
  @Inject Fields fields;
  @Inject References references;
  @Inject RecordOrigins origins;
  @Inject Listing listing;
  @Inject RecordRows rows;
  @Inject Drafts drafting;
  @Inject RecordHistory history;
  @Inject Rollups rollups;
  @Inject EmptyTrash trash;
  @Inject RunMemory runs;
  @Inject Policy policy;

  @Override
  public RecordView create(RecordType type, JsonObject written, Source source) {
    RecordOutcome outcome = createMany(type, List.of(written), source).get(0);
    if (outcome.refused()) {
      throw new Invalid(outcome.problems());
    }
    return rows.written(type, Objects.requireNonNull(outcome.id()));
  }

  @Override
  public List<RecordOutcome> createMany(RecordType type, List<JsonObject> asked, Source source) {
    List<JsonObject> written = drafting.owned(type, asked);
    references.lockCustomers(written);
    Catalogue catalogue = fields.forWriting(type.name());
    Instant now = now();
    List<Draft> drafts = drafting.drafts(type, written, catalogue, now);
    origins.put(type, written, drafts, source);
    List<UUID> ids = drafts.stream().map(draft -> UuidCreator.getTimeOrderedEpoch()).toList();
    drafting.claim(type, catalogue, drafts, ids);
    Actor actor = access.actor();
    List<RecordOutcome> outcomes = new ArrayList<>();
    List<Outbox.Entry> facts = new ArrayList<>();
    Map<UUID, Integer> made = new LinkedHashMap<>();
    List<List<@Nullable Object>> inserted = new ArrayList<>();
    Map<UUID, @Nullable String> kept = drafting.kept(type, catalogue, drafts, ids);
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
      inserted.add(row);
      JsonArray changes = Telling.between(type, Map.of(), content);
      JsonObject payload = Telling.payload(content.get("customerId"), 1, source, changes);
      facts.add(new Outbox.Entry(id, payload.toString()));
      outcomes.add(new RecordOutcome(id, List.of()));
      made.put(id, 1);
    }
    rows.insert(type, inserted);
    runs.made(source, type.name(), made);
    outbox.recordAll(type.facts().added(), type.name(), facts);
    refresh(type, drafts.stream().filter(d -> d.problems().isEmpty()).map(Draft::values));
    return outcomes;
  }

  @Override
  public List<RecordOutcome> check(RecordType type, List<JsonObject> written) {
    return drafting
        .drafts(type, drafting.owned(type, written), fields.catalogue(type.name()), now())
        .stream()
        .map(draft -> new RecordOutcome(null, draft.problems()))
        .toList();
  }

  @Override
  public RecordView show(RecordType type, UUID id) {
    return show(type, List.of(id)).stream()
        .findFirst()
        .orElseThrow(() -> new NoSuchRecord(type, id));
  }

  @Override
  public List<RecordView> show(RecordType type, Collection<UUID> ids) {
    return rows.show(type, ids);
  }

  @Override
  public List<RecordView> show(RecordType type, CustomerId seen, Collection<UUID> ids) {
    return rows.show(type, seen, ids);
  }

  @Override
  public RecordView revise(
      RecordType type, UUID id, JsonObject patch, int expectedVersion, Source source) {
    RecordView before = rows.locked(type, id, patch);
    if (before.version() != expectedVersion) {
      Sight sight = policy.of(type.name());
      throw new RecordConflict(
          RecordRows.seen(before, sight),
          history.changedSince(id, expectedVersion).stream().filter(sight::reads).toList());
    }
    if (before.json().containsKey("deletedAt")) {
      throw inTrash();
    }
    List<Problem> against = Unwritable.among(Drafts.keys(patch, false), policy.of(type.name()));
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
    drafting.claim(type, catalogue, List.of(draft), List.of(id));
    if (!draft.problems().isEmpty()) {
      throw new Invalid(draft.problems());
    }
    JsonArray changes = Telling.between(type, old, draft.values());
    if (changes.isEmpty()) {
      return rows.written(type, id);
    }
    int version = before.version() + 1;
    rows.update(type, id, draft, catalogue, version, now, actor);
    JsonValue customer = draft.values().get("customerId");
    outbox.record(
        type.facts().revised(),
        type.name(),
        id,
        Telling.payload(customer, version, source, changes));
    refresh(type, Stream.of(old, draft.values()));
    return rows.written(type, id);
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
    RecordView before = rows.locked(type, id, JsonValue.EMPTY_JSON_OBJECT);
    JsonValue deleted = before.json().get("deletedAt");
    if ((deleted != null) == away) {
      return rows.written(type, id);
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
    RecordView after = rows.known(type, id);
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
    return rows.written(type, id);
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

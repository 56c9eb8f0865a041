package app.quen.bulk.internal;

import app.quen.access.Access;
import app.quen.access.Refused;
import app.quen.access.WithoutSight;
import app.quen.bulk.BulkView.Note;
import app.quen.bulk.BulkView.Preview;
import app.quen.bulk.BulkView.Sample;
import app.quen.bulk.PreviewBulk.Plan;
import app.quen.customer.RunMemory;
import app.quen.customer.Source;
import app.quen.customer.UndoChanges.Kept;
import app.quen.customer.UndoChanges.Undone;
import app.quen.database.Work;
import app.quen.field.Invalid;
import app.quen.field.Problem;
import app.quen.text.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One change for many orders, interactions, feedback or tasks, and the way back. Each is changed as
 * if somebody changed it alone; one that does not fit stops none of the others.
 */
@WithoutSight(
    because =
        "the records come through Records and the orders through their use cases; here is "
            + "only the memory of the run")
@ApplicationScoped
class RecordEdits {

  static final int AT_ONCE = 100;

  private static final int EXAMINED = 200;
  private static final int SHOWN = 10;
  private static final JsonProvider JSON = JsonProvider.provider();

  @Inject Work work;
  @Inject Access access;
  @Inject RunMemory memory;
  @Inject EditedRecords records;

  /** Those that a query means, and where to go on. */
  record Page(List<UUID> ids, @Nullable String next) {}

  /**
   * What a change did, or would do.
   *
   * @param changes {@code [{field, before, after}]}
   */
  record Tried(UUID id, String name, JsonArray changes, List<Problem> problems) {}

  private record Done(UUID id, JsonObject changes) {}

  Page find(Plan plan, @Nullable String cursor, int limit) {
    return records.find(
        plan.record(), java.util.Objects.requireNonNull(plan.query()), cursor, limit);
  }

  Preview preview(Plan plan) {
    access.require(plan.record() + ":update");
    List<UUID> some = new ArrayList<>();
    boolean exact = true;
    long count;
    if (plan.query() == null) {
      List<UUID> all = plan.ids().stream().distinct().toList();
      count = all.size();
      some.addAll(all.subList(0, Math.min(EXAMINED, all.size())));
    } else {
      Page page = find(plan, null, EXAMINED);
      some.addAll(page.ids());
      count = some.size();
      exact = page.next() == null;
    }
    List<Tried> tried = triedOnly(() -> each(plan, some, Source.API));
    List<Sample> samples = new ArrayList<>();
    List<Note> refusals = new ArrayList<>();
    long changed = 0;
    long refused = 0;
    for (Tried one : tried) {
      if (!one.problems.isEmpty()) {
        refused++;
        if (refusals.size() < SHOWN) {
          refusals.add(new Note(plan.record(), one.id, one.name, one.problems));
        }
      } else if (!one.changes.isEmpty()) {
        changed++;
        if (samples.size() < SHOWN) {
          samples.add(new Sample(one.id, one.name, one.changes));
        }
      }
    }
    long unchanged = tried.size() - changed - refused;
    return new Preview(count, exact, tried.size(), changed, unchanged, refused, samples, refusals);
  }

  List<Tried> change(UUID run, Plan plan, List<UUID> ids) {
    Source source = Source.bulk(run, null);
    memory.forgetLater(source);
    List<Tried> tried = each(plan, ids, source);
    for (Tried one : tried) {
      if (one.problems.isEmpty() && !one.changes.isEmpty()) {
        remember(run, one);
      }
    }
    return tried;
  }

  /** The same, each in its own way. */
  List<Tried> change(UUID run, String record, Map<UUID, JsonObject> patches) {
    access.require(record + ":update");
    Source source = Source.bulk(run, null);
    memory.forgetLater(source);
    Map<UUID, JsonObject> known = records.show(record, patches.keySet());
    List<Tried> tried = new ArrayList<>();
    patches.forEach(
        (id, patch) -> {
          Tried one = changed(record, id, known.get(id), patch, source);
          if (one.problems.isEmpty() && !one.changes.isEmpty()) {
            remember(run, one);
          }
          tried.add(one);
        });
    return tried;
  }

  private List<Tried> each(Plan plan, List<UUID> ids, Source source) {
    access.require(plan.record() + ":update");
    Map<UUID, JsonObject> known = records.show(plan.record(), ids);
    return ids.stream()
        .map(id -> changed(plan.record(), id, known.get(id), plan.change(), source))
        .toList();
  }

  private Tried changed(
      String record, UUID id, @Nullable JsonObject before, JsonObject patch, Source source) {
    if (before == null) {
      return new Tried(id, "", JsonValue.EMPTY_JSON_ARRAY, List.of(notThere()));
    }
    String name = records.name(record, before);
    Optional<List<Problem>> against = revised(record, id, before, patch, source);
    if (against.isPresent()) {
      return new Tried(id, name, JsonValue.EMPTY_JSON_ARRAY, against.get());
    }
    JsonObject after = records.show(record, List.of(id)).get(id);
    return new Tried(id, name, between(patch, before, after), List.of());
  }

  /** Empty if it is done; else what is against it, and nothing is changed. */
  private Optional<List<Problem>> revised(
      String record, UUID id, JsonObject before, JsonObject patch, Source source) {
    work.sql().execute("SAVEPOINT record");
    try {
      records.revise(record, id, patch, before.getInt("version"), source);
      work.sql().execute("RELEASE SAVEPOINT record");
      return Optional.empty();
    } catch (Invalid invalid) {
      work.sql().execute("ROLLBACK TO SAVEPOINT record");
      return Optional.of(invalid.problems());
    } catch (Refused refused) {
      work.sql().execute("ROLLBACK TO SAVEPOINT record");
      return Optional.of(List.of(onlyToRead()));
    }
  }

  /** Does the work and takes it back at once. */
  private <T> T triedOnly(Supplier<T> tried) {
    work.sql().execute("SAVEPOINT tried");
    T result = tried.get();
    work.sql().execute("ROLLBACK TO SAVEPOINT tried");
    return result;
  }

  /** Only what the patch speaks of: the rest follows from it by rules, on the way back too. */
  private static JsonArray between(JsonObject patch, JsonObject before, JsonObject after) {
    JsonArrayBuilder changes = JSON.createArrayBuilder();
    for (String field : fields(patch)) {
      JsonValue was = value(before, field);
      JsonValue is = value(after, field);
      if (!was.equals(is)) {
        changes.add(
            JSON.createObjectBuilder().add("field", field).add("before", was).add("after", is));
      }
    }
    return changes.build();
  }

  private static List<String> fields(JsonObject patch) {
    List<String> fields = new ArrayList<>();
    for (String key : patch.keySet()) {
      if (key.equals("fields") && patch.get(key) instanceof JsonObject own) {
        fields.addAll(own.keySet());
      } else {
        fields.add(key);
      }
    }
    return fields;
  }

  /** The keys of the workspace's and plugins' fields have a dot, those of the core have none. */
  private static boolean isOwn(String field) {
    return field.indexOf('.') > 0;
  }

  private static JsonValue value(JsonObject record, String field) {
    return isOwn(field)
        ? record.getJsonObject("fields").getOrDefault(field, JsonValue.NULL)
        : record.getOrDefault(field, JsonValue.NULL);
  }

  private void remember(UUID run, Tried one) {
    JsonObjectBuilder json = JSON.createObjectBuilder();
    for (JsonObject change : one.changes.getValuesAs(JsonObject.class)) {
      json.add(
          change.getString("field"),
          JSON.createArrayBuilder().add(change.get("before")).add(change.get("after")));
    }
    work.sql()
        .createUpdate(
            "UPDATE change_before SET changes = :changes WHERE run_id = :run AND customer_id = :id")
        .bind("changes", json.build().toString())
        .bind("run", run)
        .bind("id", one.id)
        .execute();
  }

  /**
   * @param mixed whether the run changed records of several kinds
   */
  Undone undo(String record, boolean mixed, UUID run, @Nullable UUID after, Source source) {
    access.require(record + ":update");
    List<Done> part = part(run, mixed ? record : null, after);
    Map<UUID, JsonObject> now = records.show(record, part.stream().map(Done::id).toList());
    List<Kept> kept = new ArrayList<>();
    int restored = 0;
    for (Done done : part) {
      JsonObject known = now.get(done.id);
      if (known != null && back(record, done, known, source, kept)) {
        restored++;
        work.sql()
            .createUpdate(
                "UPDATE change_before SET undone = TRUE WHERE run_id = :run AND customer_id = :id")
            .bind("run", run)
            .bind("id", done.id)
            .execute();
      }
    }
    return new Undone(part.size(), restored, 0, kept, part.isEmpty() ? null : part.getLast().id);
  }

  private boolean back(String record, Done done, JsonObject known, Source source, List<Kept> kept) {
    String name = records.name(record, known);
    JsonObjectBuilder patch = JSON.createObjectBuilder();
    JsonObjectBuilder own = JSON.createObjectBuilder();
    boolean any = false;
    for (String field : done.changes.keySet()) {
      JsonArray values = done.changes.getJsonArray(field);
      if (value(known, field).equals(values.get(1))) {
        (isOwn(field) ? own : patch).add(field, values.get(0));
        any = true;
      } else {
        kept.add(new Kept(record, done.id, name, field, changedSince()));
      }
    }
    if (!any) {
      return false;
    }
    JsonObject whole = patch.add("fields", own).build();
    Optional<List<Problem>> against = revised(record, done.id, known, whole, source);
    against.ifPresent(
        problems ->
            kept.add(
                new Kept(record, done.id, name, problems.getFirst().field(), problems.getFirst())));
    return against.isEmpty();
  }

  private List<Done> part(UUID run, @Nullable String record, @Nullable UUID after) {
    Map<String, Object> values = new HashMap<>(Map.of("run", run));
    if (record != null) {
      values.put("record", record);
    }
    if (after != null) {
      values.put("after", after);
    }
    return work.sql()
        .createQuery(
            "SELECT customer_id, changes FROM change_before WHERE run_id = :run"
                + (after == null ? "" : " AND customer_id > :after")
                + (record == null ? "" : " AND record_type = :record")
                + " AND NOT undone AND changes IS NOT NULL ORDER BY customer_id LIMIT "
                + AT_ONCE)
        .bindMap(values)
        .map(
            (row, context) ->
                new Done(row.getObject(1, UUID.class), PreviewText.read(row.getString(2))))
        .list();
  }

  private static Problem notThere() {
    return new Problem(
        "*", "not-there", new Text("Không còn bản ghi này.", "There is no such record."));
  }

  /** Somebody shared it for reading. */
  private static Problem onlyToRead() {
    return new Problem(
        "*",
        "not-writable",
        new Text("Bạn chỉ được xem bản ghi này.", "You may read this record and not change it."));
  }

  private static Problem changedSince() {
    return new Problem(
        "*",
        "changed-since",
        new Text("Đã được sửa sau đó, nên giữ nguyên.", "Changed since, so it stays as it is."));
  }
}

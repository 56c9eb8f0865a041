package app.quen.field.internal;

import app.quen.access.WithoutSight;
import app.quen.database.Work;
import app.quen.field.Field;
import app.quen.field.FieldWork;
import app.quen.field.FieldWork.Kind;
import app.quen.field.FieldWork.Sample;
import app.quen.field.FieldWork.State;
import app.quen.job.JobContext;
import app.quen.job.JobHandler;
import app.quen.secret.Unreadable;
import app.quen.secret.Vault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Goes through all values of a field, record after record by id, in small transactions: what is
 * done and how far it is are committed together, so that after a crash the work goes on where it
 * was.
 */
@WithoutSight(
    because =
        "it moves values from one type to another, and shows none; ListMisfits asks the " + "sight")
@ApplicationScoped
class ValuesJob implements JobHandler {

  /** So short that a writer who waits for one of its records does not notice. */
  private static final int CHANGED_AT_ONCE = 100;

  private static final int READ_AT_ONCE = 1_000;
  private static final int LONGEST_SAMPLE = 200;
  private static final JsonValue HIDDEN = Values.JSON.createValue("•••");

  @Inject Work work;
  @Inject FieldTable table;
  @Inject Fence fence;
  @Inject UniqueValues uniqueValues;
  @Inject Columns columns;
  @Inject SecretValues secretValues;
  @Inject Vault vault;

  @Override
  public String name() {
    return FieldJobs.WORK;
  }

  @Override
  public void run(JobContext job) {
    int space = job.data().indexOf(' ');
    int id = Integer.parseInt(job.data().substring(0, space));
    int attempt = Integer.parseInt(job.data().substring(space + 1));
    FieldTable.Row row = work.transact(() -> table.find(id)).orElse(null);
    if (row == null || !isOurs(row.work(), attempt)) {
      return;
    }
    if (row.work().at() == null && row.work().kind() != Kind.PREVIEW) {
      fence.pass(row.recordType());
    }
    while (true) {
      if (job.stopping()) {
        job.again();
        return;
      }
      try {
        if (!work.transact(() -> piece(id, attempt))) {
          return;
        }
      } catch (Cancelled e) {
        return;
      }
    }
  }

  private static boolean isOurs(@Nullable FieldWork work, int attempt) {
    return work != null
        && work.kind() != Kind.INDEX
        && work.attempt() == attempt
        && work.state().open();
  }

  /** Whether there is more to do. */
  private boolean piece(int id, int attempt) {
    FieldTable.Row row = table.find(id).orElse(null);
    if (row == null || !isOurs(row.work(), attempt)) {
      return false;
    }
    FieldWork running = row.work();
    RecordTable record = RecordTable.of(row.recordType());
    int most = running.kind() == Kind.PREVIEW ? READ_AT_ONCE : CHANGED_AT_ONCE;
    List<UUID> ids = next(record, running.at(), most);
    long total = running.total() > 0 ? running.total() : estimate(record);
    Found found = new Found(running);
    if (!ids.isEmpty()) {
      Map<UUID, JsonObject> stored = stored(record, ids, running.kind() != Kind.PREVIEW);
      switch (running.kind()) {
        case PREVIEW -> preview(row, running, stored, found);
        case CONVERT -> convert(row, record, stored, found);
        case UNIQUE -> claim(row, vault.open(row.recordType(), stored), found);
        case SEAL -> found.fits += secretValues.seal(row, record, stored);
        case UNSEAL -> found.fits += secretValues.unseal(row, record, stored);
        case INDEX -> throw new IllegalStateException("an index is no work on values");
      }
    }
    // the field's own row last: who cancels waits for it, and nobody for long
    FieldTable.Row now = table.lock(id).orElse(null);
    if (now == null || !isOurs(now.work(), attempt)) {
      throw new Cancelled();
    }
    long done = running.done() + ids.size();
    boolean end = ids.size() < most;
    FieldWork after =
        running.found(
            ids.isEmpty() ? running.at() : ids.getLast(),
            done,
            end ? done : Math.max(total, done),
            found.fits,
            found.misfits,
            found.samples);
    if (end) {
      table.setWork(id, after.ended(State.DONE, null, Instant.now()));
      switch (running.kind()) {
        case CONVERT -> {
          table.update(now, Shaped.was(now.field(), null));
          columns.bringAfterCommit();
        }
        case SEAL -> table.setSealed(id, true);
        case UNSEAL -> columns.bringAfterCommit();
        default -> {}
      }
    } else {
      table.setWork(id, after);
    }
    return !end;
  }

  /** Rolls the piece back; the next look finds that there is nothing to do. */
  private static final class Cancelled extends RuntimeException {}

  /** What was found up to here. */
  private static final class Found {

    private long fits;
    private long misfits;
    private final List<Sample> samples;

    Found(FieldWork before) {
      fits = before.fits();
      misfits = before.misfits();
      samples = new ArrayList<>(before.samples());
    }

    void misfit(UUID record, JsonValue value) {
      misfits++;
      if (samples.size() < FieldWork.SAMPLES) {
        String text = value.toString();
        samples.add(new Sample(record, text.substring(0, Math.min(LONGEST_SAMPLE, text.length()))));
      }
    }
  }

  private List<UUID> next(RecordTable record, @Nullable UUID at, int most) {
    String beyond = at == null ? "" : " WHERE " + record.id() + " > :at";
    try (var query =
        work.sql()
            .createQuery(
                "SELECT %1$s FROM %2$s%3$s ORDER BY %1$s LIMIT %4$d"
                    .formatted(record.id(), record.table(), beyond, most))) {
      if (at != null) {
        query.bind("at", at);
      }
      return query.mapTo(UUID.class).list();
    }
  }

  private Map<UUID, JsonObject> stored(RecordTable record, List<UUID> ids, boolean lock) {
    Map<UUID, JsonObject> stored = new LinkedHashMap<>();
    work.sql()
        .createQuery(
            "SELECT %1$s, %2$s FROM %3$s WHERE %1$s IN (<ids>) ORDER BY %1$s%4$s"
                .formatted(
                    record.id(), RecordTable.VALUES, record.table(), lock ? " FOR UPDATE" : ""))
        .bindList("ids", ids)
        .map(
            (row, context) -> {
              String json = row.getString(2);
              return json == null
                  ? Boolean.FALSE
                  : stored.put(row.getObject(1, UUID.class), parse(json)) == null;
            })
        .forEach(done -> {});
    return stored;
  }

  private static JsonObject parse(String json) {
    try (var reader = Values.JSON.createReader(new StringReader(json))) {
      return reader.readObject();
    }
  }

  private long estimate(RecordTable record) {
    return work.sql()
        .createQuery(
            "SELECT COALESCE(MAX(table_rows), 0) FROM information_schema.tables"
                + " WHERE table_schema = DATABASE() AND table_name = :table")
        .bind("table", record.table())
        .mapTo(Long.class)
        .one();
  }

  private static void preview(
      FieldTable.Row row, FieldWork running, Map<UUID, JsonObject> stored, Found found) {
    Field target = running.target();
    stored.forEach(
        (id, values) -> {
          JsonValue value = values.get(row.field().key());
          if (value != null) {
            if (Conversion.moved(target, row.field(), value) != null) {
              found.fits++;
            } else {
              found.misfit(id, value);
            }
          }
        });
  }

  private void convert(
      FieldTable.Row row, RecordTable record, Map<UUID, JsonObject> stored, Found found) {
    Field field = row.field();
    String key = field.key();
    Map<UUID, JsonObject> changed = new LinkedHashMap<>();
    stored.forEach(
        (id, values) -> {
          JsonValue value = values.get(key);
          JsonValue aside = values.get(Conversion.ASIDE + key);
          if (value != null && field.was() != null && Conversion.isOld(field, value)) {
            JsonValue moved = Conversion.moved(field, field.was(), value);
            JsonObjectBuilder json = Values.JSON.createObjectBuilder(values).remove(key);
            if (moved != null) {
              json.add(key, moved);
              found.fits++;
            } else {
              json.add(Conversion.ASIDE + key, value);
              misfit(row.id(), id, "type", value, found);
            }
            changed.put(id, json.build());
          } else if (value != null) {
            found.fits++;
          } else if (aside != null) {
            // somebody saved the record before its turn came
            misfit(row.id(), id, "type", aside, found);
          }
        });
    if (!changed.isEmpty()) {
      try (var batch =
          work.sql()
              .prepareBatch(
                  "UPDATE %s SET %s = ? WHERE %s = ?"
                      .formatted(record.table(), RecordTable.VALUES, record.id()))) {
        changed.forEach((id, values) -> batch.bind(0, values.toString()).bind(1, id).add());
        batch.execute();
      }
    }
  }

  private void claim(FieldTable.Row row, Map<UUID, JsonObject> stored, Found found) {
    Map<UUID, JsonValue> values = new LinkedHashMap<>();
    stored.forEach(
        (id, all) -> {
          JsonValue value = all.get(row.field().key());
          if (value != null && !Unreadable.is(value)) {
            values.put(id, value);
          }
        });
    Map<UUID, Boolean> claimed = uniqueValues.claimStored(row, values);
    values.forEach(
        (id, value) -> {
          if (claimed.get(id)) {
            found.fits++;
          } else {
            // what is kept aside here is not encrypted
            misfit(row.id(), id, "taken", row.field().secret() ? HIDDEN : value, found);
          }
        });
  }

  private void misfit(int field, UUID record, String reason, JsonValue value, Found found) {
    found.misfit(record, value);
    work.sql()
        .execute(
            "INSERT INTO field_misfit (field_id, record_id, reason, value) VALUES (?, ?, ?, ?)"
                + " ON DUPLICATE KEY UPDATE reason = VALUES(reason), value = VALUES(value)",
            field,
            record,
            reason,
            value.toString());
  }
}

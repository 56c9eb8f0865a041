package app.quen.field.internal;

import app.quen.access.WithoutSight;
import app.quen.database.Work;
import app.quen.field.Field;
import app.quen.field.FieldWork;
import app.quen.field.FieldWork.Kind;
import app.quen.field.FieldWork.Sample;
import app.quen.field.FieldWork.State;
import app.quen.field.LocalClock;
import app.quen.job.JobContext;
import app.quen.job.JobHandler;
import app.quen.secret.Unreadable;
import app.quen.secret.Vault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
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
  @Inject ValueRows rows;
  @Inject FieldTable table;
  @Inject Fence fence;
  @Inject UniqueValues uniqueValues;
  @Inject Columns columns;
  @Inject SecretValues secretValues;
  @Inject Vault vault;
  @Inject LocalClock clock;

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
    List<UUID> ids = rows.next(record, running.at(), most);
    long total = running.total() > 0 ? running.total() : rows.estimate(record);
    Found found = new Found(running);
    if (!ids.isEmpty()) {
      Map<UUID, JsonObject> stored = rows.read(record, ids, running.kind() != Kind.PREVIEW);
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

  private void preview(
      FieldTable.Row row, FieldWork running, Map<UUID, JsonObject> stored, Found found) {
    Field target = running.target();
    stored.forEach(
        (id, values) -> {
          JsonValue value = values.get(row.field().key());
          if (value != null) {
            if (Conversion.moved(target, row.field(), value, clock.zone()) != null) {
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
            JsonValue moved = Conversion.moved(field, field.was(), value, clock.zone());
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
    rows.write(record, changed);
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

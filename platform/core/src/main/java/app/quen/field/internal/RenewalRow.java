package app.quen.field.internal;

import app.quen.database.Work;
import app.quen.field.RenewalState;
import app.quen.secret.Renewing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How far the renewal is: the row of {@code secret_renewal}. */
@ApplicationScoped
class RenewalRow {

  @Inject Work work;

  /**
   * @param type which of {@link RecordTable}; one more than the last when all are done
   * @param after the last record of the type that was gone through
   */
  record Progress(
      int type,
      @Nullable UUID after,
      long done,
      long total,
      long unreadable,
      Instant startedAt,
      @Nullable Instant finishedAt) {

    Progress to(List<UUID> ids, long bent) {
      return new Progress(
          type, ids.getLast(), done + ids.size(), total, unreadable + bent, startedAt, finishedAt);
    }

    Progress nextType(int more, long bent) {
      return new Progress(
          type + 1, null, done + more, total, unreadable + bent, startedAt, finishedAt);
    }

    Progress ended(Instant now) {
      return new Progress(type, after, done, done, unreadable, startedAt, now);
    }
  }

  void begin(Instant now, long estimate) {
    come(new Progress(0, null, 0, estimate, 0, now, null));
  }

  void end(Instant now) {
    come(lock().ended(now));
  }

  /** Whether nothing is gone through yet. */
  boolean fresh() {
    return read("").filter(progress -> progress.done() > 0).isEmpty();
  }

  /** Nobody else goes on with it until the transaction ends. */
  Progress lock() {
    return read(" FOR UPDATE").orElseThrow();
  }

  RenewalState state(Renewing.State keys) {
    return read("")
        .map(
            progress ->
                new RenewalState(
                    keys.version(),
                    keys.running(),
                    progress.done(),
                    Math.max(progress.total(), progress.done()),
                    progress.unreadable(),
                    progress.startedAt(),
                    progress.finishedAt()))
        .orElseGet(() -> new RenewalState(keys.version(), keys.running(), 0, 0, 0, null, null));
  }

  void come(Progress to) {
    JsonObjectBuilder json =
        Values.JSON
            .createObjectBuilder()
            .add("type", to.type())
            .add("done", to.done())
            .add("total", to.total())
            .add("unreadable", to.unreadable())
            .add("startedAt", to.startedAt().toString());
    if (to.after() != null) {
      json.add("after", to.after().toString());
    }
    if (to.finishedAt() != null) {
      json.add("finishedAt", to.finishedAt().toString());
    }
    work.sql()
        .execute(
            "INSERT INTO secret_renewal (id, work) VALUES (1, ?) ON DUPLICATE KEY UPDATE work ="
                + " VALUES(work)",
            json.build().toString());
  }

  private Optional<Progress> read(String lock) {
    return work.sql()
        .createQuery("SELECT work FROM secret_renewal" + lock)
        .mapTo(String.class)
        .findOne()
        .map(RenewalRow::progress);
  }

  private static Progress progress(String text) {
    try (var reader = Values.JSON.createReader(new StringReader(text))) {
      JsonObject json = reader.readObject();
      String after = json.getString("after", null);
      String finished = json.getString("finishedAt", null);
      return new Progress(
          json.getInt("type"),
          after == null ? null : UUID.fromString(after),
          json.getJsonNumber("done").longValue(),
          json.getJsonNumber("total").longValue(),
          json.getJsonNumber("unreadable").longValue(),
          Instant.parse(json.getString("startedAt")),
          finished == null ? null : Instant.parse(finished));
    }
  }
}

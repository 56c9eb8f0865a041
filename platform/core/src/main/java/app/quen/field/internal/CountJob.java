package app.quen.field.internal;

import app.quen.access.WithoutSight;
import app.quen.database.Work;
import app.quen.job.JobContext;
import app.quen.job.JobHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Counts how many records have a value in each field: reads all of them, a piece at a time, and
 * writes only at the end.
 */
@WithoutSight(because = "it counts values of a field for who manages fields, and shows none")
@ApplicationScoped
class CountJob implements JobHandler {

  private static final int AT_ONCE = 2_000;

  @Inject Work work;
  @Inject FieldTable table;

  @Override
  public String name() {
    return FieldJobs.COUNT;
  }

  @Override
  public void run(JobContext job) {
    RecordTable record = RecordTable.find(job.data()).orElse(null);
    if (record == null || !work.transact(() -> isOrdered(record))) {
      return;
    }
    Map<String, Long> filled = new HashMap<>();
    @Nullable UUID at = null;
    do {
      if (job.stopping()) {
        job.again();
        return;
      }
      UUID from = at;
      at = work.transact(() -> piece(record, from, filled));
    } while (at != null);
    work.transact(() -> write(record, filled));
  }

  private boolean isOrdered(RecordTable record) {
    return work.sql()
        .createQuery(
            "SELECT 1 FROM field_use WHERE record_type = :type AND field_key = '*'"
                + " AND way = 'COUNTING'")
        .bind("type", record.recordType())
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  /** The last record that was looked at; null at the end. */
  private @Nullable UUID piece(RecordTable record, @Nullable UUID at, Map<String, Long> filled) {
    try (var query =
        work.sql()
            .createQuery(
                "SELECT %1$s, %2$s FROM %3$s%4$s ORDER BY %1$s LIMIT %5$d"
                    .formatted(
                        record.id(),
                        RecordTable.VALUES,
                        record.table(),
                        at == null ? "" : " WHERE " + record.id() + " > :at",
                        AT_ONCE))) {
      if (at != null) {
        query.bind("at", at);
      }
      // added up only after the reading: a piece that lost against another is read again
      Map<String, Long> found = new HashMap<>();
      List<UUID> ids =
          query
              .map(
                  (row, context) -> {
                    String json = row.getString(2);
                    if (json != null) {
                      parse(json).keySet().forEach(key -> found.merge(key, 1L, Long::sum));
                    }
                    return row.getObject(1, UUID.class);
                  })
              .list();
      found.forEach((key, count) -> filled.merge(key, count, Long::sum));
      return ids.size() < AT_ONCE ? null : ids.getLast();
    }
  }

  private static JsonObject parse(String json) {
    try (var reader = Values.JSON.createReader(new StringReader(json))) {
      return reader.readObject();
    }
  }

  private void write(RecordTable record, Map<String, Long> filled) {
    String records = record == RecordTable.CUSTOMER ? "customer" : record.table();
    long all = work.sql().createQuery("SELECT COUNT(*) FROM " + records).mapTo(Long.class).one();
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    put(record, UseReport.ALL, UseReport.COUNTED, today, all);
    for (FieldTable.Row row : table.all(record.recordType())) {
      String key = row.field().key();
      put(record, key, UseReport.FILLED, today, filled.getOrDefault(key, 0L));
    }
    work.sql()
        .createUpdate(
            "DELETE FROM field_use WHERE record_type = :type AND field_key = '*'"
                + " AND way = 'COUNTING'")
        .bind("type", record.recordType())
        .execute();
  }

  private void put(RecordTable record, String key, String way, LocalDate day, long amount) {
    work.sql()
        .createUpdate(
            "INSERT INTO field_use (record_type, field_key, way, last_on, amount) VALUES (:type,"
                + " :key, :way, :day, :amount) ON DUPLICATE KEY UPDATE last_on = :day, amount ="
                + " :amount")
        .bind("type", record.recordType())
        .bind("key", key)
        .bind("way", way)
        .bind("day", day)
        .bind("amount", amount)
        .execute();
  }
}

package app.quen.field.internal;

import app.quen.access.WithoutSight;
import app.quen.database.Work;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The stored values of all records of a type, some at a time, for work that goes through them. */
@WithoutSight(because = "it is for work on how values are stored, and shows none")
@ApplicationScoped
class ValueRows {

  @Inject Work work;

  /** The next ones by id. */
  List<UUID> next(RecordTable record, @Nullable UUID after, int most) {
    String beyond = after == null ? "" : " WHERE " + record.id() + " > :after";
    try (var query =
        work.sql()
            .createQuery(
                "SELECT %1$s FROM %2$s%3$s ORDER BY %1$s LIMIT %4$d"
                    .formatted(record.id(), record.table(), beyond, most))) {
      if (after != null) {
        query.bind("after", after);
      }
      return query.mapTo(UUID.class).list();
    }
  }

  /** Those that have values, in the order of their ids. */
  Map<UUID, JsonObject> read(RecordTable record, Collection<UUID> ids, boolean lock) {
    Map<UUID, JsonObject> stored = new LinkedHashMap<>();
    if (ids.isEmpty()) {
      return stored;
    }
    work.sql()
        .createQuery(
            "SELECT %1$s, %2$s FROM %3$s WHERE %1$s IN (<ids>) ORDER BY %1$s%4$s"
                .formatted(
                    record.id(), RecordTable.VALUES, record.table(), lock ? " FOR UPDATE" : ""))
        .bindList("ids", List.copyOf(ids))
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

  void write(RecordTable record, Map<UUID, JsonObject> changed) {
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

  /** About how many there are. */
  long estimate(RecordTable record) {
    return work.sql()
        .createQuery(
            "SELECT COALESCE(MAX(table_rows), 0) FROM information_schema.tables"
                + " WHERE table_schema = DATABASE() AND table_name = :table")
        .bind("table", record.table())
        .mapTo(Long.class)
        .one();
  }

  private static JsonObject parse(String json) {
    try (var reader = Values.JSON.createReader(new StringReader(json))) {
      return reader.readObject();
    }
  }
}

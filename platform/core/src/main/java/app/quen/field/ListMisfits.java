package app.quen.field;

import app.quen.access.Permitted;
import app.quen.access.Policy;
import app.quen.access.Refused;
import app.quen.access.Sight;
import app.quen.database.InTransaction;
import app.quen.database.Work;
import app.quen.field.internal.FieldTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.io.StringReader;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The values that a field could not take when it changed. */
@ApplicationScoped
public class ListMisfits {

  @Inject Work work;
  @Inject FieldTable table;
  @Inject Policy policy;

  /**
   * @param after the record after which to go on; null at the beginning
   * @throws NoSuchField if there is none
   */
  @Permitted("field:manage")
  @InTransaction
  public Misfit.Page list(String recordType, String key, @Nullable UUID after, int limit) {
    Sight sight = policy.of(recordType);
    if (!sight.everyRow() || !sight.reads(key)) {
      throw new Refused(recordType + ":read");
    }
    int field =
        table.find(recordType, key).orElseThrow(() -> new NoSuchField(recordType, key)).id();
    List<Misfit> found =
        work.sql()
            .createQuery(
                "SELECT record_id, value, reason FROM field_misfit WHERE field_id = :field"
                    + " AND record_id > :after ORDER BY record_id LIMIT :limit")
            .bind("field", field)
            .bind("after", after == null ? new UUID(0, 0) : after)
            .bind("limit", limit + 1)
            .map(
                (row, context) -> {
                  try (var reader = Json.createReader(new StringReader(row.getString(2)))) {
                    return new Misfit(
                        row.getObject(1, UUID.class), reader.readValue(), row.getString(3));
                  }
                })
            .list();
    return found.size() > limit
        ? new Misfit.Page(found.subList(0, limit), found.get(limit - 1).recordId())
        : new Misfit.Page(found, null);
  }
}

package app.quen.record;

import app.quen.access.Permitted;
import app.quen.record.internal.Exporting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.function.Consumer;

/** All records that a query means, one after the other. */
@ApplicationScoped
public class ExportRecords {

  @Inject Exporting exporting;

  /**
   * Reads page by page, each in its own transaction, so that a long export blocks nobody. Who may
   * not read the type may not export it either.
   *
   * @param recordType e.g. {@code interaction}
   * @param row is given each record on this thread, with no transaction open: its JSON, and as
   *     {@code customer} who it is about: {@code name}, {@code externalId}, {@code phones}, {@code
   *     emails}
   * @throws app.quen.field.Invalid if there is no such type, or the query does not fit
   */
  @Permitted("customer:export")
  public void export(String recordType, RecordQuery query, Consumer<JsonObject> row) {
    exporting.export(recordType, query, row);
  }
}

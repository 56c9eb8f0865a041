package app.quen.exporting;

import app.quen.access.Permitted;
import app.quen.database.InTransaction;
import app.quen.exporting.ExportFile.Format;
import app.quen.exporting.internal.Exports;
import app.quen.field.Invalid;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.List;

/** Has a file made of all records that a query means; it is kept for a day. */
@ApplicationScoped
public class StartExport {

  @Inject Exports exports;

  /**
   * @throws Invalid if the query or a column cannot be meant
   */
  @Permitted("customer:export")
  @InTransaction
  public ExportView start(Plan plan) {
    return exports.start(plan);
  }

  /**
   * What is to be given out.
   *
   * @param query {@code {q, filters, sort, archived}}
   * @param columns field keys; empty for all
   * @param language of headings, choices and dates: vi or en
   */
  public record Plan(
      String record, JsonObject query, List<String> columns, Format format, String language) {}
}

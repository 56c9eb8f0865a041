package app.quen.bulk;

import app.quen.access.Permitted;
import app.quen.bulk.internal.Previews;
import app.quen.database.InTransaction;
import app.quen.field.Invalid;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Says what one change for many records would do; changes nothing until it is started. */
@ApplicationScoped
public class PreviewBulk {

  @Inject Previews previews;

  /**
   * @throws Invalid if the change, the query or the ids cannot be meant
   */
  @Permitted("customer:update")
  @InTransaction
  public BulkView preview(Plan plan) {
    return previews.make(plan);
  }

  /**
   * What is to be changed, and of whom.
   *
   * @param record {@code customer}, {@code order}, {@code interaction}, {@code feedback} or {@code
   *     task}
   * @param query as the list takes it, {@code {q, filters, sort, archived}}; or else
   * @param ids of up to 10,000 records
   * @param change a merge patch on each record's JSON
   * @param addTags of customers
   */
  public record Plan(
      String record,
      @Nullable JsonObject query,
      List<UUID> ids,
      JsonObject change,
      List<String> addTags,
      List<String> removeTags) {}
}

package app.quen.task;

import app.quen.access.Permitted;
import app.quen.customer.Source;
import app.quen.database.InTransaction;
import app.quen.record.RecordView;
import app.quen.record.Records;
import app.quen.task.internal.Tasks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;

/** Writes down what somebody is to do. */
@ApplicationScoped
public class PlanTask {

  @Inject Records records;

  /**
   * @throws app.quen.field.Invalid with all that does not fit
   */
  @Permitted("task:create")
  @InTransaction
  public RecordView plan(JsonObject written, Source source) {
    return records.create(Tasks.TYPE, written, source);
  }
}

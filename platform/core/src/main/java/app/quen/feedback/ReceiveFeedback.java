package app.quen.feedback;

import app.quen.access.Permitted;
import app.quen.customer.Source;
import app.quen.database.InTransaction;
import app.quen.feedback.internal.Feedbacks;
import app.quen.record.RecordView;
import app.quen.record.Records;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;

/** Takes down what a customer said. */
@ApplicationScoped
public class ReceiveFeedback {

  @Inject Records records;

  /**
   * @throws app.quen.field.Invalid with all that does not fit
   */
  @Permitted("feedback:create")
  @InTransaction
  public RecordView receive(JsonObject written, Source source) {
    return records.create(Feedbacks.TYPE, written, source);
  }
}

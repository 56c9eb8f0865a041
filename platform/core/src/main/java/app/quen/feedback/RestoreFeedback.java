package app.quen.feedback;

import app.quen.access.Permitted;
import app.quen.customer.Source;
import app.quen.database.InTransaction;
import app.quen.feedback.internal.Feedbacks;
import app.quen.record.RecordView;
import app.quen.record.Records;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Takes feedback back out of the trash. */
@ApplicationScoped
public class RestoreFeedback {

  @Inject Records records;

  /**
   * @throws app.quen.record.NoSuchRecord if there is none
   */
  @Permitted("feedback:delete")
  @InTransaction
  public RecordView restore(UUID id, Source source) {
    return records.restore(Feedbacks.TYPE, id, source);
  }
}

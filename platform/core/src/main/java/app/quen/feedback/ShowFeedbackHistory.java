package app.quen.feedback;

import app.quen.access.Permitted;
import app.quen.database.InTransaction;
import app.quen.feedback.internal.Feedbacks;
import app.quen.record.RecordChange;
import app.quen.record.Records;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** What changed in feedback after it was made, newest first. */
@ApplicationScoped
public class ShowFeedbackHistory {

  @Inject Records records;

  /**
   * @throws app.quen.record.NoSuchRecord if there is none
   */
  @Permitted("feedback:read")
  @InTransaction
  public List<RecordChange> show(UUID id) {
    return records.history(Feedbacks.TYPE, id);
  }
}

package app.quen.feedback;

import app.quen.access.Permitted;
import app.quen.database.InTransaction;
import app.quen.feedback.internal.Feedbacks;
import app.quen.record.RecordView;
import app.quen.record.Records;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Shows feedback, also from the trash. */
@ApplicationScoped
public class ShowFeedback {

  @Inject Records records;

  /**
   * @throws app.quen.record.NoSuchRecord if there is none
   */
  @Permitted("feedback:read")
  @InTransaction
  public RecordView show(UUID id) {
    return records.show(Feedbacks.TYPE, id);
  }
}

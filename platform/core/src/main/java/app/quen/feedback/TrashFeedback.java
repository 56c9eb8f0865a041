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

/** Puts feedback into the trash, from where it can be restored for a while. */
@ApplicationScoped
public class TrashFeedback {

  @Inject Records records;

  /**
   * @throws app.quen.record.NoSuchRecord if there is none
   */
  @Permitted("feedback:delete")
  @InTransaction
  public RecordView trash(UUID id, Source source) {
    return records.trash(Feedbacks.TYPE, id, source);
  }
}

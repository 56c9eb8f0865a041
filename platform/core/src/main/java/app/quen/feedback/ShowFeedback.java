package app.quen.feedback;

import app.quen.access.Permitted;
import app.quen.database.InTransaction;
import app.quen.feedback.internal.Feedbacks;
import app.quen.field.FieldUse;
import app.quen.field.SensitiveReads;
import app.quen.record.RecordView;
import app.quen.record.Records;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Shows feedback, also from the trash. */
@ApplicationScoped
public class ShowFeedback {

  @Inject Records records;
  @Inject FieldUse use;
  @Inject SensitiveReads sensitive;

  /**
   * @throws app.quen.record.NoSuchRecord if there is none
   */
  @Permitted("feedback:read")
  @InTransaction
  public RecordView show(UUID id) {
    RecordView record = records.show(Feedbacks.TYPE, id);
    use.note(
        Feedbacks.TYPE.name(), record.json().getJsonObject("fields").keySet(), FieldUse.Way.READ);
    sensitive.note(
        Feedbacks.TYPE.name(), id, record.customerId(), record.json().getJsonObject("fields"));
    return record;
  }
}

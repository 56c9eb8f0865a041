package app.quen.task;

import app.quen.access.Permitted;
import app.quen.database.InTransaction;
import app.quen.field.FieldUse;
import app.quen.field.SensitiveReads;
import app.quen.record.RecordView;
import app.quen.record.Records;
import app.quen.task.internal.Tasks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Shows a task, also from the trash. */
@ApplicationScoped
public class ShowTask {

  @Inject Records records;
  @Inject FieldUse use;
  @Inject SensitiveReads sensitive;

  /**
   * @throws app.quen.record.NoSuchRecord if there is none
   */
  @Permitted("task:read")
  @InTransaction
  public RecordView show(UUID id) {
    RecordView record = records.show(Tasks.TYPE, id);
    use.note(Tasks.TYPE.name(), record.json().getJsonObject("fields").keySet(), FieldUse.Way.READ);
    sensitive.note(
        Tasks.TYPE.name(), id, record.customerId(), record.json().getJsonObject("fields"));
    return record;
  }
}

package app.quen.task;

import app.quen.access.Permitted;
import app.quen.database.InTransaction;
import app.quen.record.RecordChange;
import app.quen.record.Records;
import app.quen.task.internal.Tasks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** What changed in a task after it was made, newest first. */
@ApplicationScoped
public class ShowTaskHistory {

  @Inject Records records;

  /**
   * @throws app.quen.record.NoSuchRecord if there is none
   */
  @Permitted("task:read")
  @InTransaction
  public List<RecordChange> show(UUID id) {
    return records.history(Tasks.TYPE, id);
  }
}

package app.quen.task;

import app.quen.access.Permitted;
import app.quen.customer.Source;
import app.quen.database.InTransaction;
import app.quen.record.RecordView;
import app.quen.record.Records;
import app.quen.task.internal.Tasks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Puts a task into the trash, from where it can be restored for a while. */
@ApplicationScoped
public class TrashTask {

  @Inject Records records;

  /**
   * @throws app.quen.record.NoSuchRecord if there is none
   */
  @Permitted("task:delete")
  @InTransaction
  public RecordView trash(UUID id, Source source) {
    return records.trash(Tasks.TYPE, id, source);
  }
}

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

/** Takes a task back out of the trash. */
@ApplicationScoped
public class RestoreTask {

  @Inject Records records;

  /**
   * @throws app.quen.record.NoSuchRecord if there is none
   */
  @Permitted("task:delete")
  @InTransaction
  public RecordView restore(UUID id, Source source) {
    return records.restore(Tasks.TYPE, id, source);
  }
}

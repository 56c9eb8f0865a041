package app.quen.bulk;

import app.quen.access.Permitted;
import app.quen.bulk.internal.Runs;
import app.quen.database.InTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Stops a bulk edit or an undoing for good; what is done stays. */
@ApplicationScoped
public class CancelBulk {

  @Inject Runs runs;

  /**
   * @throws NoSuchRun if this workspace has none with this id
   * @throws app.quen.field.Invalid if it is not possible in its state
   */
  @Permitted("customer:update")
  @InTransaction
  public BulkView cancel(UUID id) {
    return runs.cancel(id);
  }
}

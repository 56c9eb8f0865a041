package app.quen.bulk;

import app.quen.access.Permitted;
import app.quen.bulk.internal.Runs;
import app.quen.database.InTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Has a bulk edit done that was looked at, or one that failed go on. */
@ApplicationScoped
public class StartBulk {

  @Inject Runs runs;

  /**
   * @throws NoSuchRun if this workspace has none with this id
   * @throws app.quen.field.Invalid if it is not possible in its state
   */
  @Permitted("customer:update")
  @InTransaction
  public BulkView start(UUID id) {
    return runs.start(id);
  }
}

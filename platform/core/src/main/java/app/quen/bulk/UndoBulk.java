package app.quen.bulk;

import app.quen.access.Permitted;
import app.quen.bulk.internal.Runs;
import app.quen.database.InTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Has a bulk edit taken back that has come to its end, within 30 days. */
@ApplicationScoped
public class UndoBulk {

  @Inject Runs runs;

  /**
   * @throws NoSuchRun if this workspace has none with this id
   * @throws app.quen.field.Invalid if it is not possible in its state
   */
  @Permitted("customer:update")
  @InTransaction
  public BulkView undo(UUID id) {
    return runs.undo(id);
  }
}

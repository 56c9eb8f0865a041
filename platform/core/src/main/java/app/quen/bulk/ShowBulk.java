package app.quen.bulk;

import app.quen.access.Permitted;
import app.quen.bulk.internal.Runs;
import app.quen.database.InTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** One bulk edit or undoing, and how far it is. */
@ApplicationScoped
public class ShowBulk {

  @Inject Runs runs;

  /**
   * @throws NoSuchRun if this workspace has none with this id
   */
  @Permitted("customer:update")
  @InTransaction
  public BulkView show(UUID id) {
    return runs.show(id);
  }
}

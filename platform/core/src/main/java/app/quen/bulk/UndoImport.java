package app.quen.bulk;

import app.quen.access.Permitted;
import app.quen.bulk.internal.Runs;
import app.quen.database.InTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Has a whole import taken back, its updates too, within 30 days. */
@ApplicationScoped
public class UndoImport {

  @Inject Runs runs;

  /**
   * An undoing that is there already is given again.
   *
   * @throws app.quen.importing.NoSuchImport if this workspace has no such import
   * @throws app.quen.field.Invalid if it has not come to its end
   */
  @Permitted("import:run")
  @InTransaction
  public BulkView undo(UUID importId) {
    return runs.undoImport(importId);
  }
}

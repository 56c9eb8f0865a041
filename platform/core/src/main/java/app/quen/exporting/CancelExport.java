package app.quen.exporting;

import app.quen.access.Permitted;
import app.quen.database.InTransaction;
import app.quen.exporting.internal.Exports;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Stops an export, or deletes its file before its time. */
@ApplicationScoped
public class CancelExport {

  @Inject Exports exports;

  /**
   * @throws NoSuchExport if who is acting has asked for none with this id
   */
  @Permitted("customer:export")
  @InTransaction
  public ExportView cancel(UUID id) {
    return exports.cancel(id);
  }
}

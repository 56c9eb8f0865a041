package app.quen.exporting;

import app.quen.access.Permitted;
import app.quen.database.InTransaction;
import app.quen.exporting.internal.Exports;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** One export and how far it is. */
@ApplicationScoped
public class ShowExport {

  @Inject Exports exports;

  /**
   * @throws NoSuchExport if who is acting has asked for none with this id
   */
  @Permitted("customer:export")
  @InTransaction
  public ExportView show(UUID id) {
    return exports.show(id);
  }
}

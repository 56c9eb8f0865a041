package app.quen.exporting;

import app.quen.access.Permitted;
import app.quen.database.InTransaction;
import app.quen.exporting.internal.Exports;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** What who is acting has asked for, the last first. */
@ApplicationScoped
public class ListExports {

  @Inject Exports exports;

  /** At most fifty. */
  @Permitted("customer:export")
  @InTransaction
  public List<ExportView> list() {
    return exports.list();
  }
}

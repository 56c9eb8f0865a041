package app.quen.field;

import app.quen.access.Permitted;
import app.quen.database.InTransaction;
import app.quen.field.internal.UseReport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Has a job count how many records have a value in each field. */
@ApplicationScoped
public class CountFieldUse {

  @Inject UseReport report;

  /**
   * While it is being counted already, nothing more happens.
   *
   * @throws Invalid if there is no such record type
   */
  @Permitted("field:manage")
  @InTransaction
  public void count(String recordType) {
    report.orderCount(recordType);
  }
}

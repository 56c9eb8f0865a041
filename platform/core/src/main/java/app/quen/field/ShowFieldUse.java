package app.quen.field;

import app.quen.access.Permitted;
import app.quen.database.InTransaction;
import app.quen.field.internal.UseReport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;

/** Reports which fields nobody fills, reads or uses. */
@ApplicationScoped
public class ShowFieldUse {

  @Inject UseReport report;

  /**
   * @param since from which day on a use counts
   * @throws Invalid if there is no such record type
   */
  @Permitted("field:manage")
  @InTransaction
  public FieldReport show(String recordType, LocalDate since) {
    return report.show(recordType, since);
  }
}

package app.quen.exporting.internal;

import app.quen.access.Access;
import app.quen.access.Policy;
import app.quen.account.Rejected;
import app.quen.exporting.internal.ExportRows.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Whether who asked for a file may still have what is in it. */
@ApplicationScoped
class FileSights {

  private static final String CUSTOMER = "customer";

  @Inject Policy policy;
  @Inject Access access;

  /** What who is acting sees of such records and of the customers whose they are. */
  String of(String record) {
    String customers = policy.of(CUSTOMER).mark();
    return record.equals(CUSTOMER) ? customers : customers + " " + policy.of(record).mark();
  }

  /**
   * @throws Rejected if something else is seen by now than when the file was written
   */
  void requireStill(Row row) {
    String record = row.view().record();
    access.require(record.equals("order") ? "order:export" : "customer:export");
    boolean all = policy.of(CUSTOMER).everyValue() && policy.of(record).everyValue();
    if (!all && !of(record).equals(row.sight())) {
      throw new Rejected(
          "file",
          "no-longer-visible",
          "Quyền xem của bạn đã thay đổi từ khi tạo tệp này. Hãy xuất lại.",
          "What you may see has changed since this file was made. Export again.");
    }
  }
}

package app.quen.customer;

import app.quen.access.Permitted;
import app.quen.customer.internal.Exporting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Consumer;

/** All customers that a query means, one after the other. */
@ApplicationScoped
public class ExportCustomers {

  @Inject Exporting exporting;

  /**
   * Reads page by page, each in its own transaction, so that a long export blocks nobody.
   *
   * @param row is given each customer on this thread, with no transaction open
   */
  @Permitted("customer:export")
  public void export(CustomerQuery query, Consumer<CustomerView> row) {
    exporting.export(query, row);
  }
}

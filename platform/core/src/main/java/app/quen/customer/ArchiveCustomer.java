package app.quen.customer;

import app.quen.access.Permitted;
import app.quen.customer.internal.Customers;
import app.quen.customer.internal.SeenCustomers;
import app.quen.database.InTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Puts a customer away; it keeps everything and can be restored. */
@ApplicationScoped
public class ArchiveCustomer {

  @Inject Customers customers;
  @Inject SeenCustomers seen;

  /**
   * Archiving an archived one changes nothing.
   *
   * @throws NoSuchCustomer if there is none
   */
  @Permitted("customer:archive")
  @InTransaction
  public CustomerView archive(CustomerId id, Source source) {
    return seen.seen(customers.archive(id, source));
  }
}

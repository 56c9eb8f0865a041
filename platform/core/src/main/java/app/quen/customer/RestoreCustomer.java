package app.quen.customer;

import app.quen.access.Permitted;
import app.quen.customer.internal.Customers;
import app.quen.customer.internal.SeenCustomers;
import app.quen.database.InTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Takes a customer back out of the archive, or out of the trash to where it was before. */
@ApplicationScoped
public class RestoreCustomer {

  @Inject Customers customers;
  @Inject SeenCustomers seen;

  /**
   * Restoring one that is in neither changes nothing.
   *
   * @throws app.quen.field.Invalid if its external id belongs to another customer by now
   * @throws NoSuchCustomer if there is none
   */
  @Permitted("customer:archive")
  @InTransaction
  public CustomerView restore(CustomerId id, Source source) {
    return seen.seen(customers.restore(id, source));
  }
}

package app.quen.customer;

import app.quen.access.Permitted;
import app.quen.customer.internal.Customers;
import app.quen.database.InTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Shows one customer, archived or not. */
@ApplicationScoped
public class ShowCustomer {

  @Inject Customers customers;

  /**
   * @throws NoSuchCustomer if there is none
   */
  @Permitted("customer:read")
  @InTransaction
  public CustomerView show(CustomerId id) {
    return customers.show(id);
  }
}

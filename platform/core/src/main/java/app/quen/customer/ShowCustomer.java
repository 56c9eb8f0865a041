package app.quen.customer;

import app.quen.access.Permitted;
import app.quen.database.InTransaction;
import jakarta.enterprise.context.ApplicationScoped;

/** Shows one customer, archived or not. */
@ApplicationScoped
public class ShowCustomer {

  /**
   * @throws NoSuchCustomer if there is none
   */
  @Permitted("customer:read")
  @InTransaction
  public CustomerView show(CustomerId id) {
    throw new UnsupportedOperationException();
  }
}

package app.quen.customer;

import app.quen.access.Permitted;
import app.quen.customer.internal.Customers;
import app.quen.database.InTransaction;
import app.quen.field.FieldUse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Shows one customer, archived or not. */
@ApplicationScoped
public class ShowCustomer {

  @Inject Customers customers;
  @Inject FieldUse use;

  /**
   * @throws NoSuchCustomer if there is none
   */
  @Permitted("customer:read")
  @InTransaction
  public CustomerView show(CustomerId id) {
    CustomerView customer = customers.show(id);
    use.note("customer", customer.fields().keySet(), FieldUse.Way.READ);
    return customer;
  }
}

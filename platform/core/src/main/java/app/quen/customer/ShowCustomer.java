package app.quen.customer;

import app.quen.access.Permitted;
import app.quen.customer.internal.SeenCustomers;
import app.quen.database.InTransaction;
import app.quen.field.FieldUse;
import app.quen.field.SensitiveReads;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Shows one customer, archived or not. */
@ApplicationScoped
public class ShowCustomer {

  @Inject SeenCustomers customers;
  @Inject FieldUse use;
  @Inject SensitiveReads sensitive;

  /**
   * @throws NoSuchCustomer if there is none
   */
  @Permitted("customer:read")
  @InTransaction
  public CustomerView show(CustomerId id) {
    CustomerView customer = customers.show(id);
    use.note("customer", customer.fields().keySet(), FieldUse.Way.READ);
    sensitive.note("customer", id.value(), id.value(), customer.fields());
    return customer;
  }
}

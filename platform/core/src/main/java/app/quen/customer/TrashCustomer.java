package app.quen.customer;

import app.quen.access.Permitted;
import app.quen.customer.internal.SeenCustomers;
import app.quen.customer.internal.Trash;
import app.quen.database.InTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Puts a customer into the trash, from where it goes for good after 30 days. */
@ApplicationScoped
public class TrashCustomer {

  @Inject Trash trash;
  @Inject SeenCustomers seen;

  /**
   * One that is there already stays there.
   *
   * @throws NoSuchCustomer if there is none
   */
  @Permitted("customer:delete")
  @InTransaction
  public CustomerView trash(CustomerId id, Source source) {
    return seen.seen(trash.put(id, source));
  }
}

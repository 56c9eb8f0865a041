package app.quen.order;

import app.quen.access.Permitted;
import app.quen.customer.Source;
import app.quen.database.InTransaction;
import app.quen.order.internal.Orders;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Takes an order out of the trash. */
@ApplicationScoped
public class RestoreOrder {

  @Inject Orders orders;

  /**
   * Restoring one that is not there changes nothing.
   *
   * @throws NoSuchOrder if there is none
   */
  @Permitted("order:delete")
  @InTransaction
  public OrderView restore(OrderId id, Source source) {
    return orders.restore(id, source);
  }
}

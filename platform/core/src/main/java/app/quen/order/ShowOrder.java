package app.quen.order;

import app.quen.access.Permitted;
import app.quen.database.InTransaction;
import app.quen.order.internal.Orders;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Shows one order, in the trash or not. */
@ApplicationScoped
public class ShowOrder {

  @Inject Orders orders;

  /**
   * @throws NoSuchOrder if there is none
   */
  @Permitted("order:read")
  @InTransaction
  public OrderView show(OrderId id) {
    return orders.show(id);
  }
}

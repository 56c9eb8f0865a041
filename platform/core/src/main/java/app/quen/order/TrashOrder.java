package app.quen.order;

import app.quen.access.Permitted;
import app.quen.customer.Source;
import app.quen.database.InTransaction;
import app.quen.order.internal.Orders;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Puts an order into the trash: out of lists and sums, kept for thirty days. */
@ApplicationScoped
public class TrashOrder {

  @Inject Orders orders;

  /**
   * Trashing a trashed one changes nothing.
   *
   * @throws NoSuchOrder if there is none
   */
  @Permitted("order:delete")
  @InTransaction
  public OrderView trash(OrderId id, Source source) {
    return orders.trash(id, source);
  }
}

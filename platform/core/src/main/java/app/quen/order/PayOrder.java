package app.quen.order;

import app.quen.access.Permitted;
import app.quen.customer.Source;
import app.quen.database.InTransaction;
import app.quen.field.Invalid;
import app.quen.order.internal.Orders;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Adds a payment to an order; one that is placed and now paid in full becomes paid. */
@ApplicationScoped
public class PayOrder {

  @Inject Orders orders;

  /**
   * @throws NoSuchOrder if there is none
   * @throws Invalid with all that does not fit
   */
  @Permitted("order:update")
  @InTransaction
  public OrderView pay(OrderId id, OrderDraft.Payment payment, Source source) {
    return orders.pay(id, payment, source);
  }
}

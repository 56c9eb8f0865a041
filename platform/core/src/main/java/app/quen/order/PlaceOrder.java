package app.quen.order;

import app.quen.access.Permitted;
import app.quen.customer.Source;
import app.quen.database.InTransaction;
import app.quen.field.Invalid;
import app.quen.order.internal.Orders;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Takes an order in. */
@ApplicationScoped
public class PlaceOrder {

  @Inject Orders orders;

  /**
   * @throws Invalid with all that does not fit
   */
  @Permitted("order:create")
  @InTransaction
  public OrderView place(OrderDraft draft, Source source) {
    return orders.place(draft, source);
  }
}

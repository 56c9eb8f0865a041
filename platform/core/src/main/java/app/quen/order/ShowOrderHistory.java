package app.quen.order;

import app.quen.access.Permitted;
import app.quen.database.InTransaction;
import app.quen.order.internal.Orders;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;

/** What happened to an order. */
@ApplicationScoped
public class ShowOrderHistory {

  @Inject Orders orders;

  /**
   * @return {@code [{id, at, actor, type, source, version, changes}]}, the oldest first
   * @throws NoSuchOrder if there is none
   */
  @Permitted("order:read")
  @InTransaction
  public JsonArray show(OrderId id) {
    return orders.history(id);
  }
}

package app.quen.order;

import app.quen.access.Permitted;
import app.quen.customer.Source;
import app.quen.database.InTransaction;
import app.quen.field.Invalid;
import app.quen.order.internal.Orders;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;

/** Changes an order. */
@ApplicationScoped
public class ReviseOrder {

  @Inject Orders orders;

  /**
   * @param patch a merge patch (RFC 7396) on the order's JSON; lines and payments are replaced as a
   *     whole
   * @throws OrderConflict if it is not at the version that the caller read
   * @throws NoSuchOrder if there is none
   * @throws Invalid with all that does not fit
   */
  @Permitted("order:update")
  @InTransaction
  public OrderView revise(OrderId id, JsonObject patch, int expectedVersion, Source source) {
    return orders.revise(id, patch, expectedVersion, source);
  }
}

package app.quen.order;

import app.quen.access.Permitted;
import app.quen.customer.Source;
import app.quen.database.InTransaction;
import app.quen.field.Invalid;
import app.quen.order.internal.Orders;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Notes that goods of an order came back; an order that came back as a whole is returned. */
@ApplicationScoped
public class TakeBackGoods {

  @Inject Orders orders;

  /**
   * @throws NoSuchOrder if there is none
   * @throws Invalid with all that does not fit
   */
  @Permitted("order:update")
  @InTransaction
  public OrderView takeBack(OrderId id, OrderDraft.Return goods, Source source) {
    return orders.takeBack(id, goods, source);
  }
}

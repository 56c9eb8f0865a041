package app.quen.order;

import app.quen.access.Permitted;
import app.quen.database.InTransaction;
import app.quen.field.FieldUse;
import app.quen.field.SensitiveReads;
import app.quen.order.internal.Orders;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Shows one order, in the trash or not. */
@ApplicationScoped
public class ShowOrder {

  @Inject Orders orders;
  @Inject FieldUse use;
  @Inject SensitiveReads sensitive;

  /**
   * @throws NoSuchOrder if there is none
   */
  @Permitted("order:read")
  @InTransaction
  public OrderView show(OrderId id) {
    OrderView order = orders.show(id);
    use.note("order", order.fields().keySet(), FieldUse.Way.READ);
    sensitive.note("order", id.value(), order.customerId(), order.fields());
    return order;
  }
}

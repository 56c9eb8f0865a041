package app.quen.importing.internal;

import app.quen.customer.CustomerDraft;
import app.quen.order.OrderDraft;
import org.jspecify.annotations.Nullable;

/**
 * What a row of a file of orders says: an order with this one line.
 *
 * @param customer null where the row names nobody
 */
record OrderRow(OrderDraft order, @Nullable CustomerDraft customer) {

  OrderDraft.Line line() {
    return order.lines().getFirst();
  }

  boolean comesBack() {
    return line().quantity() != null && line().quantity().signum() < 0;
  }
}

package app.quen.order;

import app.quen.access.Permitted;
import app.quen.order.internal.OrderFinding;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Consumer;

/** All orders that a query means, one after the other, with all their lines. */
@ApplicationScoped
public class ExportOrders {

  @Inject OrderFinding finding;

  /**
   * Reads page by page, each in its own transaction, so that a long export blocks nobody.
   *
   * @param page is given some orders at a time on this thread, with no transaction open
   */
  @Permitted("order:export")
  public void export(OrderQuery query, Consumer<List<OrderView>> page) {
    finding.all(query, page);
  }
}

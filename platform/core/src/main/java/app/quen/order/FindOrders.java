package app.quen.order;

import app.quen.access.Permitted;
import app.quen.database.InTransaction;
import app.quen.field.Invalid;
import app.quen.field.SensitiveReads;
import app.quen.order.internal.OrderFinding;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A page of the orders that a query means. */
@ApplicationScoped
public class FindOrders {

  public static final int MOST = 200;

  @Inject SensitiveReads sensitive;
  @Inject OrderFinding finding;

  /**
   * @param cursor from the page before, of the same query
   * @param limit 1 to 200
   * @throws Invalid if a filter, the sort or the cursor does not fit
   */
  @Permitted("order:read")
  @InTransaction
  public OrderPage find(OrderQuery query, @Nullable String cursor, int limit) {
    OrderPage page = finding.find(query, cursor, Math.clamp(limit, 1, MOST));
    sensitive.noteList(
        "order",
        page.items().stream()
            .collect(Collectors.toMap(each -> each.id().value(), OrderView::fields)));
    return page;
  }
}

package app.quen.history;

import app.quen.access.Permitted;
import app.quen.customer.CustomerId;
import app.quen.customer.CustomersInSight;
import app.quen.customer.NoSuchCustomer;
import app.quen.database.InTransaction;
import app.quen.field.Invalid;
import app.quen.field.Problem;
import app.quen.history.internal.Histories;
import app.quen.text.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to a customer. */
@ApplicationScoped
public class ShowHistory {

  @Inject Histories histories;
  @Inject CustomersInSight customers;

  /**
   * @param cursor from the page before; null for the newest
   * @throws NoSuchCustomer if there is none with this id here
   * @throws Invalid if the cursor is none of ours
   */
  @Permitted("customer:read")
  @InTransaction
  public HistoryPage show(CustomerId customer, int limit, @Nullable String cursor) {
    long before = cursor == null ? Long.MAX_VALUE : sequence(cursor);
    customers.require(customer);
    return histories.page(customer, before, limit);
  }

  private static long sequence(String cursor) {
    try {
      return Long.parseLong(cursor, Character.MAX_RADIX);
    } catch (NumberFormatException e) {
      throw new Invalid(
          List.of(
              new Problem(
                  "cursor",
                  "unknown",
                  new Text(
                      "Trang này không còn; hãy mở lại lịch sử từ đầu.",
                      "There is no such page; read the history from its beginning."))));
    }
  }
}

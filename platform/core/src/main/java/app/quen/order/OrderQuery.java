package app.quen.order;

import app.quen.customer.CustomerQuery;
import app.quen.field.Invalid;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which orders, and in which order.
 *
 * @param number what the order's number begins with; null: any
 * @param filters by the fields of orders, and by {@code customerId}, {@code createdAt} and {@code
 *     updatedAt}
 * @param sort null: the newest first
 * @param trash only what is in the trash, or only the others
 */
public record OrderQuery(
    @Nullable String number,
    List<CustomerQuery.Filter> filters,
    CustomerQuery.@Nullable Sort sort,
    boolean trash) {

  public static final OrderQuery ALL = new OrderQuery(null, List.of(), null, false);

  /**
   * Reads the parameters of the API.
   *
   * @throws Invalid if they are not of this form; whether the fields exist shows when it is asked
   */
  public static OrderQuery read(
      @Nullable String number, List<String> filters, @Nullable String sort, boolean trash) {
    CustomerQuery read = CustomerQuery.read(number, filters, sort, false);
    return new OrderQuery(read.q(), read.filters(), read.sort(), trash);
  }
}

package app.quen.customer;

import app.quen.access.Permitted;
import app.quen.customer.internal.Finding;
import app.quen.database.InTransaction;
import app.quen.field.Invalid;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** A page of the customers that a query means. */
@ApplicationScoped
public class FindCustomers {

  public static final int MOST = 200;

  @Inject Finding finding;

  /**
   * @param cursor from the page before, of the same query
   * @param limit 1 to 200
   * @throws Invalid if a filter, the sort or the cursor does not fit
   */
  @Permitted("customer:read")
  @InTransaction
  public CustomerPage find(CustomerQuery query, @Nullable String cursor, int limit) {
    return finding.find(query, cursor, Math.clamp(limit, 1, MOST));
  }
}

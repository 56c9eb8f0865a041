package app.quen.customer;

import app.quen.access.Permitted;
import app.quen.customer.internal.Counting;
import app.quen.database.InTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** How many customers a query means. */
@ApplicationScoped
public class CountCustomers {

  @Inject Counting counting;

  /** Exact up to 1,000, and an estimate beyond. */
  @Permitted("customer:read")
  @InTransaction
  public Count count(CustomerQuery query) {
    return counting.count(query);
  }

  /**
   * @param exact whether it was counted; else it is near
   */
  public record Count(long count, boolean exact) {}
}

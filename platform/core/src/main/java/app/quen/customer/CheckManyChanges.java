package app.quen.customer;

import app.quen.access.Permitted;
import app.quen.customer.ChangeManyCustomers.Wish;
import app.quen.customer.internal.Bulk;
import app.quen.database.InTransaction;
import app.quen.field.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says what changing many would do and what would be refused, and writes nothing. */
@ApplicationScoped
public class CheckManyChanges {

  @Inject Bulk bulk;

  /** The answer at i is of the wish at i. */
  @Permitted("customer:read")
  @InTransaction
  public List<Checked> check(List<Wish> wishes) {
    return bulk.check(wishes);
  }

  /**
   * What would become of a customer.
   *
   * @param name null if there is no such customer
   * @param changes {@code [{field, before, after}]}; empty if nothing would change
   * @param problems why it would be refused
   */
  public record Checked(
      CustomerId id, @Nullable String name, JsonArray changes, List<Problem> problems) {}
}

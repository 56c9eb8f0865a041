package app.quen.customer;

import app.quen.access.Permitted;
import app.quen.customer.internal.Bulk;
import app.quen.database.InTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.List;

/** Changes up to 2,000 customers at once, each as a merge patch says. */
@ApplicationScoped
public class ChangeManyCustomers {

  @Inject Bulk bulk;

  /** The outcome at i is of the wish at i; one that does not fit stops none of the others. */
  @Permitted("customer:update")
  @InTransaction
  public List<CustomerOutcome> change(List<Wish> wishes, Source source) {
    return bulk.change(wishes, source);
  }

  /**
   * What is to become of a customer.
   *
   * @param patch a merge patch on the customer's JSON, as for one
   * @param addTags to those that it has, after the patch
   */
  public record Wish(
      CustomerId id, JsonObject patch, List<String> addTags, List<String> removeTags) {}
}

package app.quen.timeline;

import app.quen.access.Permitted;
import app.quen.customer.CustomerId;
import app.quen.database.InTransaction;
import app.quen.timeline.internal.Summaries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;

/** What the top of a customer's profile says. */
@ApplicationScoped
public class ShowSummary {

  @Inject Summaries summaries;

  /**
   * @throws app.quen.customer.NoSuchCustomer if there is none with this id here
   */
  @Permitted("customer:read")
  @InTransaction
  public JsonObject show(CustomerId customer) {
    return summaries.of(customer);
  }
}

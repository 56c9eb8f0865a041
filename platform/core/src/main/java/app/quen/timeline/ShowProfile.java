package app.quen.timeline;

import app.quen.access.Permitted;
import app.quen.customer.CustomerId;
import app.quen.customer.CustomerView;
import app.quen.customer.ShowCustomer;
import app.quen.database.InTransaction;
import app.quen.timeline.internal.Summaries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Set;

/** All that the page of a customer begins with, as of one moment. */
@ApplicationScoped
public class ShowProfile {

  @Inject ShowCustomer showCustomer;
  @Inject Summaries summaries;
  @Inject ShowTimeline showTimeline;

  /**
   * @param limit most entries of the timeline, the newest ones
   * @throws app.quen.customer.NoSuchCustomer if there is none with this id here
   */
  @Permitted("customer:read")
  @InTransaction
  public Profile show(CustomerId customer, int limit) {
    CustomerView shown = showCustomer.show(customer);
    return new Profile(
        shown, summaries.of(shown), showTimeline.show(customer, Set.of(), null, null, null, limit));
  }

  /** A customer, what matters of it at a glance, and the newest of what happened. */
  public record Profile(CustomerView customer, JsonObject summary, TimelinePage timeline) {}
}

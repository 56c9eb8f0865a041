package app.quen.timeline;

import app.quen.access.Permitted;
import app.quen.customer.CustomerId;
import app.quen.database.InTransaction;
import app.quen.timeline.internal.Timelines;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What happened with a customer, of all kinds that the reader may see. */
@ApplicationScoped
public class ShowTimeline {

  @Inject Timelines timelines;

  /**
   * @param kinds empty for all
   * @param from not earlier than this
   * @param to earlier than this
   * @param cursor from the page before; null for the newest
   * @throws app.quen.customer.NoSuchCustomer if there is none with this id here
   * @throws app.quen.field.Invalid if a kind does not exist or the cursor is none of ours
   */
  @Permitted("customer:read")
  @InTransaction
  public TimelinePage show(
      CustomerId customer,
      Set<String> kinds,
      @Nullable Instant from,
      @Nullable Instant to,
      @Nullable String cursor,
      int limit) {
    return timelines.page(customer, kinds, from, to, cursor, limit);
  }
}

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

/** What of all that happened with a customer has certain words in it. */
@ApplicationScoped
public class SearchTimeline {

  @Inject Timelines timelines;

  /**
   * At most 500 entries are read for a page, so that it may be short or empty before the end.
   *
   * @param text all its words, accents or not, in any part of an entry that people wrote
   * @see ShowTimeline#show
   */
  @Permitted("customer:read")
  @InTransaction
  public TimelinePage search(
      CustomerId customer,
      Set<String> kinds,
      @Nullable Instant from,
      @Nullable Instant to,
      String text,
      @Nullable String cursor,
      int limit) {
    return timelines.search(customer, kinds, from, to, text, cursor, limit);
  }
}

package app.quen.customer;

import app.quen.access.Permitted;
import app.quen.customer.internal.Matching;
import app.quen.database.InTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;

/** Recognises the customers that drafts are about. */
@ApplicationScoped
public class MatchCustomers {

  @Inject Matching matching;

  /**
   * @param by {@code phone}, {@code email}, {@code externalId}
   * @return the match at i is of the draft at i
   */
  @Permitted("customer:read")
  @InTransaction
  public List<Match> match(List<CustomerDraft> drafts, Set<String> by) {
    return matching.match(drafts, by);
  }

  /**
   * @param keys the draft's identifiers in their normal form, e.g. {@code phone:+84912345678}: two
   *     drafts that share one are about the same customer
   * @param customers who has one of them; archived ones too
   */
  public record Match(Set<String> keys, List<CustomerId> customers) {}
}

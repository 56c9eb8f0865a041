package app.quen.consent;

import app.quen.access.Permitted;
import app.quen.consent.internal.Consents;
import app.quen.customer.CustomerId;
import app.quen.customer.NoSuchCustomer;
import app.quen.database.InTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Map;

/** The one question of all that sends: may this customer be written to or called for this? */
@ApplicationScoped
public class CheckConsent {

  @Inject Consents consents;

  /**
   * No for a customer who has said nothing.
   *
   * @throws NoSuchCustomer if there is none
   * @throws NoSuchPurpose if there is none
   */
  @Permitted("consent:read")
  @InTransaction
  public Verdict check(CustomerId customer, PurposeId purpose, ConsentChannel channel) {
    return consents.check(customer, purpose, channel);
  }

  /**
   * The same for up to 2,000 customers at once: each of them has a verdict, no for whom nobody
   * knows.
   *
   * @throws NoSuchPurpose if there is none
   */
  @Permitted("consent:read")
  @InTransaction
  public Map<CustomerId, Verdict> check(
      Collection<CustomerId> customers, PurposeId purpose, ConsentChannel channel) {
    return consents.check(customers, purpose, channel);
  }
}

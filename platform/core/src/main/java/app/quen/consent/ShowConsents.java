package app.quen.consent;

import app.quen.access.Permitted;
import app.quen.consent.internal.Consents;
import app.quen.customer.CustomerId;
import app.quen.customer.NoSuchCustomer;
import app.quen.database.InTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** What holds for a customer: each purpose in use with each of its channels. */
@ApplicationScoped
public class ShowConsents {

  @Inject Consents consents;

  /**
   * Retired purposes and unused channels come too where the customer said something of them.
   *
   * @throws NoSuchCustomer if there is none
   */
  @Permitted("consent:read")
  @InTransaction
  public List<ConsentStatus> show(CustomerId customer) {
    return consents.of(customer);
  }
}

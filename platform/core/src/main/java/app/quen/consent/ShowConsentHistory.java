package app.quen.consent;

import app.quen.access.Permitted;
import app.quen.consent.internal.Consents;
import app.quen.customer.CustomerId;
import app.quen.customer.NoSuchCustomer;
import app.quen.database.InTransaction;
import app.quen.field.Invalid;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** All that a customer ever granted, refused or withdrew. */
@ApplicationScoped
public class ShowConsentHistory {

  @Inject Consents consents;

  /**
   * @param cursor from the page before; null for the newest
   * @throws NoSuchCustomer if there is none
   * @throws Invalid if the cursor is none of ours
   */
  @Permitted("consent:read")
  @InTransaction
  public ConsentPage show(CustomerId customer, int limit, @Nullable String cursor) {
    return consents.history(customer, limit, cursor);
  }
}

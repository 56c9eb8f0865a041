package app.quen.consent;

import app.quen.access.Permitted;
import app.quen.consent.internal.Consents;
import app.quen.customer.CustomerId;
import app.quen.customer.NoSuchCustomer;
import app.quen.customer.Source;
import app.quen.database.InTransaction;
import app.quen.field.Invalid;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Writes down what a customer granted, refused or withdrew. */
@ApplicationScoped
public class RecordConsent {

  @Inject Consents consents;

  /**
   * @throws NoSuchCustomer if there is none
   * @throws Invalid with all that does not fit
   */
  @Permitted("consent:record")
  @InTransaction
  public Consent record(CustomerId customer, ConsentDraft draft, Source source) {
    return consents.add(customer, draft, source);
  }
}

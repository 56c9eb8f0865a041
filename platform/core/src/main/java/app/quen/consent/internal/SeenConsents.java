package app.quen.consent.internal;

import app.quen.access.Policy;
import app.quen.access.Sight;
import app.quen.consent.Consent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Consents as who is acting may read them. */
@ApplicationScoped
class SeenConsents {

  @Inject Policy policy;

  /** Where it came from, and what is noted, may be the customer's phone number or address. */
  Consent of(Consent consent) {
    Sight sight = policy.of("customer");
    return sight.reads("phones") && sight.reads("emails") ? consent : consent.withoutAddress();
  }
}

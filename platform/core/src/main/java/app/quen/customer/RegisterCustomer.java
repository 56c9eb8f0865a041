package app.quen.customer;

import app.quen.access.Permitted;
import app.quen.customer.internal.Registration;
import app.quen.database.InTransaction;
import app.quen.field.Invalid;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Makes a new customer. */
@ApplicationScoped
public class RegisterCustomer {

  @Inject Registration registration;

  /**
   * @throws Invalid with all that does not fit
   */
  @Permitted("customer:create")
  @InTransaction
  public CustomerView register(CustomerDraft draft, Source source) {
    return registration.register(draft, source);
  }
}

package app.quen.customer;

import app.quen.access.Permitted;
import app.quen.database.InTransaction;
import app.quen.field.Invalid;
import jakarta.enterprise.context.ApplicationScoped;

/** Makes a new customer. */
@ApplicationScoped
public class RegisterCustomer {

  /**
   * @throws Invalid with all that does not fit
   */
  @Permitted("customer:create")
  @InTransaction
  public CustomerView register(CustomerDraft draft, Source source) {
    throw new UnsupportedOperationException();
  }
}

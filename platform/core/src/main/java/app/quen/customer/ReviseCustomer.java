package app.quen.customer;

import app.quen.access.Permitted;
import app.quen.customer.internal.Registration;
import app.quen.database.InTransaction;
import app.quen.field.Invalid;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;

/** Changes what is known of a customer. */
@ApplicationScoped
public class ReviseCustomer {

  @Inject Registration registration;

  /**
   * @param patch a merge patch (RFC 7396) on the customer's JSON; lists are replaced as a whole
   * @param expectedVersion that the caller read
   * @throws Conflict if it is not at that version any more
   * @throws NoSuchCustomer if there is none
   * @throws Invalid with all that does not fit
   */
  @Permitted("customer:update")
  @InTransaction
  public CustomerView revise(CustomerId id, JsonObject patch, int expectedVersion, Source source) {
    return registration.revise(id, patch, expectedVersion, source);
  }
}

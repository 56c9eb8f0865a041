package app.quen.customer;

import app.quen.access.Permitted;
import app.quen.customer.internal.Matching;
import app.quen.database.InTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Customers that may be the same as one that is being written. */
@ApplicationScoped
public class FindPossibleDuplicates {

  @Inject Matching matching;

  /** At most ten, archived ones too. */
  @Permitted("customer:read")
  @InTransaction
  public java.util.List<CustomerView> find(
      @Nullable String phone, @Nullable String email, @Nullable String externalId) {
    return matching.possibleDuplicates(phone, email, externalId);
  }
}

package app.quen.customer;

import app.quen.access.Permitted;
import app.quen.database.InTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Customers that may be the same as one that is being written. */
@ApplicationScoped
public class FindPossibleDuplicates {

  /** At most ten, archived ones too. */
  @Permitted("customer:read")
  @InTransaction
  public java.util.List<CustomerView> find(
      @Nullable String phone, @Nullable String email, @Nullable String externalId) {
    throw new UnsupportedOperationException();
  }
}

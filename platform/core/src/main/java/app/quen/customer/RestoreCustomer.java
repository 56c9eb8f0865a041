package app.quen.customer;

import app.quen.access.Permitted;
import app.quen.database.InTransaction;
import jakarta.enterprise.context.ApplicationScoped;

/** Takes a customer back out of the archive. */
@ApplicationScoped
public class RestoreCustomer {

  /** Restoring one that is not archived changes nothing. */
  @Permitted("customer:archive")
  @InTransaction
  public CustomerView restore(CustomerId id, Source source) {
    throw new UnsupportedOperationException();
  }
}

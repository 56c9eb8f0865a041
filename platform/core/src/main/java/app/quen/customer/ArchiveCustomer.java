package app.quen.customer;

import app.quen.access.Permitted;
import app.quen.database.InTransaction;
import jakarta.enterprise.context.ApplicationScoped;

/** Puts a customer away; it keeps everything and can be restored. */
@ApplicationScoped
public class ArchiveCustomer {

  /** Archiving an archived one changes nothing. */
  @Permitted("customer:archive")
  @InTransaction
  public CustomerView archive(CustomerId id, Source source) {
    throw new UnsupportedOperationException();
  }
}

package app.quen.customer;

import app.quen.access.Permitted;
import app.quen.database.InTransaction;
import jakarta.enterprise.context.ApplicationScoped;

/** Tags that are in use here. */
@ApplicationScoped
public class SuggestTags {

  /** At most twenty, in alphabetical order. */
  @Permitted("customer:read")
  @InTransaction
  public java.util.List<String> suggest(String prefix) {
    throw new UnsupportedOperationException();
  }
}

package app.quen.customer;

import app.quen.access.Permitted;
import app.quen.customer.internal.Tags;
import app.quen.database.InTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Tags that are in use here. */
@ApplicationScoped
public class SuggestTags {

  @Inject Tags tags;

  /** At most twenty, in alphabetical order. */
  @Permitted("customer:read")
  @InTransaction
  public java.util.List<String> suggest(String prefix) {
    return tags.suggest(prefix);
  }
}

package app.quen.link;

import app.quen.access.Permitted;
import app.quen.customer.CustomerId;
import app.quen.customer.NoSuchCustomer;
import app.quen.database.InTransaction;
import app.quen.field.Invalid;
import app.quen.link.internal.Links;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Whom a customer belongs together with, in both directions, archived ones too. */
@ApplicationScoped
public class ListLinks {

  @Inject Links links;

  /**
   * @param cursor from the page before; null for the first
   * @throws NoSuchCustomer if there is none
   * @throws Invalid if the cursor is none of ours
   */
  @Permitted("customer:read")
  @InTransaction
  public LinkPage list(CustomerId customer, int limit, @Nullable String cursor) {
    return links.of(customer, limit, cursor);
  }
}

package app.quen.link;

import app.quen.access.Permitted;
import app.quen.customer.CustomerId;
import app.quen.customer.NoSuchCustomer;
import app.quen.customer.Source;
import app.quen.database.InTransaction;
import app.quen.field.Invalid;
import app.quen.link.internal.Links;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Says that two customers belong together. */
@ApplicationScoped
public class LinkCustomers {

  @Inject Links links;

  /**
   * @throws NoSuchCustomer if there is none with this id
   * @throws Invalid with all that does not fit: the other one too
   */
  @Permitted("customer:update")
  @InTransaction
  public LinkView link(CustomerId customer, LinkDraft draft, Source source) {
    return links.add(customer, draft, source);
  }
}

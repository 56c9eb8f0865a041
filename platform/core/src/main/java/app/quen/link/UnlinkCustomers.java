package app.quen.link;

import app.quen.access.Permitted;
import app.quen.customer.Source;
import app.quen.database.InTransaction;
import app.quen.link.internal.Links;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Takes a link back that was wrong; one that has ended gets an end instead. */
@ApplicationScoped
public class UnlinkCustomers {

  @Inject Links links;

  /**
   * @throws NoSuchLink if there is none
   */
  @Permitted("customer:update")
  @InTransaction
  public void unlink(UUID id, Source source) {
    links.remove(id, source);
  }
}

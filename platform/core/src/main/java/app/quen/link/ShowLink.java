package app.quen.link;

import app.quen.access.Permitted;
import app.quen.database.InTransaction;
import app.quen.link.internal.Links;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** One link, as the customer sees it from whom it reads. */
@ApplicationScoped
public class ShowLink {

  @Inject Links links;

  /**
   * @throws NoSuchLink if there is none
   */
  @Permitted("customer:read")
  @InTransaction
  public LinkView show(UUID id) {
    return links.show(id);
  }
}

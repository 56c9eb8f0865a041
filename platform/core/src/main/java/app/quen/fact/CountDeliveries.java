package app.quen.fact;

import app.quen.access.Permitted;
import app.quen.database.InTransaction;
import app.quen.fact.internal.Deliveries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** How much is still to be told in the tenant that is entered; tells nothing of its content. */
@ApplicationScoped
public class CountDeliveries {

  @Inject Deliveries deliveries;

  @Permitted("delivery:manage")
  @InTransaction
  public Backlog count() {
    return deliveries.backlog();
  }

  /**
   * @param pendingFacts facts that at least one listener is still to be told
   * @param deadLetters deliveries that were given up
   */
  public record Backlog(long pendingFacts, long deadLetters) {}
}

package app.quen.fact;

import app.quen.access.Permitted;
import app.quen.database.InTransaction;
import app.quen.database.Work;
import app.quen.fact.internal.Deliveries;
import app.quen.fact.internal.Relay;
import app.quen.tenant.TenantId;
import app.quen.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;

/** Takes a dead letter back into delivery. */
@ApplicationScoped
public class RetryDelivery {

  @Inject Tenants tenants;
  @Inject Work work;
  @Inject Deliveries deliveries;
  @Inject Relay relay;

  /**
   * @return false if there is no such dead letter
   */
  @Permitted("delivery:manage")
  @InTransaction
  public boolean retry(String listener, long factSequence) {
    boolean revived = deliveries.revive(listener, factSequence, Instant.now());
    if (revived) {
      TenantId tenant = tenants.current().id();
      work.afterCommit(() -> relay.wake(tenant, listener));
    }
    return revived;
  }
}

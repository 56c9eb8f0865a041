package app.quen.field;

import app.quen.access.Permitted;
import app.quen.database.InTransaction;
import app.quen.field.internal.Renewal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Has new keys take over, by a job: each customer's values move to a new key of the customer, and
 * their marks to a new key of the workspace.
 */
@ApplicationScoped
public class RenewSecrets {

  @Inject Renewal renewal;

  /**
   * People go on working: they write under the new keys at once, and find by both. One that runs
   * already goes on.
   */
  @Permitted("key:manage")
  @InTransaction
  public RenewalState renew() {
    return renewal.order();
  }

  /** How far the last one is. */
  @Permitted("key:manage")
  @InTransaction
  public RenewalState show() {
    return renewal.state();
  }
}

package app.quen.operating;

import app.quen.account.NotFound;
import app.quen.account.Rejected;
import app.quen.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;

/** Refuses a tenant on every surface, at once; its data stays. */
@ApplicationScoped
public class SuspendTenant {

  /**
   * @param reason why, for the log and for the tenant's members
   * @throws NotFound if no tenant has this slug
   * @throws Rejected if there is no reason, or it is still being made
   */
  public Tenant suspend(Operator operator, String slug, String reason) {
    throw new UnsupportedOperationException();
  }
}

package app.quen.operating;

import app.quen.account.NotFound;
import app.quen.operating.internal.States;
import app.quen.tenant.Tenant;
import app.quen.tenant.TenantState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Lets a suspended tenant in again. */
@ApplicationScoped
public class ResumeTenant {

  @Inject States states;

  /**
   * @throws NotFound if no tenant has this slug
   */
  public Tenant resume(Operator operator, String slug) {
    return states.change(operator, slug, TenantState.ACTIVE, null);
  }
}

package app.quen.operating;

import app.quen.account.NotFound;
import app.quen.account.Rejected;
import app.quen.operating.internal.States;
import app.quen.tenant.Tenant;
import app.quen.tenant.TenantState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Refuses a tenant on every surface, at once; its data stays. */
@ApplicationScoped
public class SuspendTenant {

  @Inject States states;

  /**
   * @param reason why, for the log and for the tenant's members
   * @throws NotFound if no tenant has this slug
   * @throws Rejected if there is no reason, or it is still being made
   */
  public Tenant suspend(Operator operator, String slug, String reason) {
    var why = reason.strip();
    if (why.isEmpty() || why.length() > 500) {
      throw new Rejected(
          "reason",
          why.isEmpty() ? "required" : "too-long",
          "Hãy nêu lý do tạm ngưng, tối đa 500 ký tự.",
          "Give the reason for the suspension, at most 500 characters.");
    }
    return states.change(operator, slug, TenantState.SUSPENDED, why);
  }
}

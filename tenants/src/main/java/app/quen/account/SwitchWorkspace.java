package app.quen.account;

import app.quen.account.internal.Accounts;
import app.quen.account.internal.Sessions;
import app.quen.control.ControlSchema;
import app.quen.tenant.TenantState;
import app.quen.tenant.TenantUnavailable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Goes on working in another of the account's workspaces, in the same session. */
@ApplicationScoped
public class SwitchWorkspace {

  @Inject Accounts accounts;
  @Inject Sessions sessions;
  @Inject ControlSchema control;

  /**
   * @throws NotFound if the account is no member of it
   * @throws TenantUnavailable if it is suspended
   */
  public Session switchTo(Session session, String slug) {
    var workspace =
        accounts.workspaces(session.account().id()).stream()
            .filter(w -> w.slug().equals(slug))
            .findAny()
            .orElseThrow(() -> new NotFound("workspace", slug));
    if (workspace.state() != TenantState.ACTIVE) {
      throw new TenantUnavailable(TenantUnavailable.Reason.SUSPENDED, slug + " is suspended");
    }
    return control.transact(sql -> sessions.move(sql, session, workspace));
  }
}

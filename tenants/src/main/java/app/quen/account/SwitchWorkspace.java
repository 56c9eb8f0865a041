package app.quen.account;

import app.quen.tenant.TenantUnavailable;
import jakarta.enterprise.context.ApplicationScoped;

/** Goes on working in another of the account's workspaces, in the same session. */
@ApplicationScoped
public class SwitchWorkspace {

  /**
   * @throws NotFound if the account is no member of it
   * @throws TenantUnavailable if it is suspended
   */
  public Session switchTo(Session session, String slug) {
    throw new UnsupportedOperationException();
  }
}

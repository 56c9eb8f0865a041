package app.quen.account;

import app.quen.tenant.Tenant;
import app.quen.tenant.TenantId;
import app.quen.tenant.TenantState;

/**
 * A tenant as one of its members sees it.
 *
 * @param entry what the control schema said of it when this was read
 * @param role the member's role here: {@code owner}, {@code sales} or {@code viewer}
 */
public record Workspace(Tenant entry, String role) {

  public TenantId tenant() {
    return entry.id();
  }

  public String slug() {
    return entry.slug();
  }

  public String name() {
    return entry.name();
  }

  public String industry() {
    return entry.industry();
  }

  public String language() {
    return entry.language();
  }

  /** A suspended one is listed but cannot be entered. */
  public TenantState state() {
    return entry.state();
  }
}

package app.quen.account;

import app.quen.tenant.Tenant;
import app.quen.tenant.TenantId;
import app.quen.tenant.TenantState;

/**
 * A tenant as one of its members sees it.
 *
 * @param state a suspended one is listed but cannot be entered
 * @param role the member's role here: {@code owner}, {@code sales} or {@code viewer}
 */
public record Workspace(
    TenantId tenant,
    String slug,
    String name,
    String industry,
    String language,
    TenantState state,
    String role) {

  public static Workspace of(Tenant tenant, String role) {
    return new Workspace(
        tenant.id(),
        tenant.slug(),
        tenant.name(),
        tenant.industry(),
        tenant.language(),
        tenant.state(),
        role);
  }
}

package app.quen.team;

import app.quen.access.Permitted;
import app.quen.account.ChangeRole;
import app.quen.account.Member;
import app.quen.database.InTransaction;
import app.quen.team.internal.Roles;
import app.quen.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Gives a member another role; it holds from their next request on. */
@ApplicationScoped
public class GiveRole {

  @Inject Roles roles;
  @Inject ChangeRole changeRole;
  @Inject Tenants tenants;

  /**
   * @throws app.quen.account.NotFound if there is no such member
   * @throws app.quen.account.Rejected if it is the last owner (code {@code last-owner})
   * @throws app.quen.field.Invalid if there is no such role, or who acts may not give or take it
   */
  @Permitted("role:manage")
  @InTransaction
  public Member give(UUID member, String role) {
    roles.requireGivable(role);
    roles.requireGivable(changeRole.roleOf(tenants.current().id(), member));
    return changeRole.change(tenants.current().id(), member, role);
  }
}

package app.quen.team;

import app.quen.access.Permitted;
import app.quen.database.InTransaction;
import app.quen.team.internal.Roles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Adds a role of the workspace's own. */
@ApplicationScoped
public class AddRole {

  @Inject Roles roles;

  /**
   * @throws app.quen.field.Invalid with all that does not fit
   */
  @Permitted("role:manage")
  @InTransaction
  public RoleView add(RoleDraft draft) {
    return roles.add(draft);
  }
}

package app.quen.team;

import app.quen.access.Permitted;
import app.quen.database.InTransaction;
import app.quen.team.internal.Roles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What a change of a role would mean, before it is made. */
@ApplicationScoped
public class ShowRoleEffect {

  @Inject Roles roles;

  /**
   * @throws app.quen.field.Invalid with all that does not fit
   */
  @Permitted("role:manage")
  @InTransaction
  public RoleEffect show(String key, RoleDraft change) {
    return roles.effect(key, change);
  }
}

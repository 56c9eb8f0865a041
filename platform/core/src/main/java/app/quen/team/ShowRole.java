package app.quen.team;

import app.quen.access.Permitted;
import app.quen.database.InTransaction;
import app.quen.team.internal.Roles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** One role. */
@ApplicationScoped
public class ShowRole {

  @Inject Roles roles;

  /**
   * @throws NoSuchRole if there is none
   */
  @Permitted("member:read")
  @InTransaction
  public RoleView show(String key) {
    return roles.show(key);
  }
}

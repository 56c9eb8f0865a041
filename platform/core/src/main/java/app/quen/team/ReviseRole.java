package app.quen.team;

import app.quen.access.Permitted;
import app.quen.database.InTransaction;
import app.quen.team.internal.Roles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Changes what a role permits and shows; it holds from the next request of its members on. */
@ApplicationScoped
public class ReviseRole {

  @Inject Roles roles;

  /**
   * @throws NoSuchRole if there is none
   * @throws app.quen.field.Outdated if it is not at that version any more
   * @throws app.quen.field.Invalid with all that does not fit
   */
  @Permitted("role:manage")
  @InTransaction
  public RoleView revise(String key, RoleDraft change, int expectedVersion) {
    return roles.revise(key, change, expectedVersion);
  }
}

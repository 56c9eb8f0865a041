package app.quen.team;

import app.quen.access.Permitted;
import app.quen.database.InTransaction;
import app.quen.team.internal.Roles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** The roles of the workspace, in the order in which people should see them. */
@ApplicationScoped
public class ListRoles {

  @Inject Roles roles;

  @Permitted("member:read")
  @InTransaction
  public List<RoleView> list() {
    return roles.all();
  }
}

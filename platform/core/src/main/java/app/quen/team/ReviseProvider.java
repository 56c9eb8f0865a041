package app.quen.team;

import app.quen.access.Permitted;
import app.quen.account.ReviseSignInProvider;
import app.quen.account.SignInProvider;
import app.quen.database.Work;
import app.quen.team.internal.Roles;
import app.quen.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Says by which provider colleagues come in, and with which role of the workspace who comes for the
 * first time. Whoever does this can come in as anybody, so it takes who may do everything.
 */
@ApplicationScoped
public class ReviseProvider {

  @Inject Work work;
  @Inject Roles roles;
  @Inject ReviseSignInProvider revise;
  @Inject Tenants tenants;

  /**
   * @throws app.quen.field.Invalid if there is no such role
   * @see ReviseSignInProvider#revise
   */
  @Permitted("*")
  public SignInProvider revise(ReviseSignInProvider.Draft draft, int version) {
    var role = draft.joinRole();
    if (role != null && !role.isEmpty()) {
      // not in the same transaction: who signs in is not the workspace's data
      work.transact(() -> roles.requireGivable(role));
    }
    return revise.revise(tenants.current().id(), draft, version);
  }

  /**
   * @see ReviseSignInProvider#remove
   */
  @Permitted("*")
  public void remove() {
    revise.remove(tenants.current().id());
  }
}

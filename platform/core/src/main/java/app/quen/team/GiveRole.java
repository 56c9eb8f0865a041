package app.quen.team;

import app.quen.access.Permitted;
import app.quen.account.ChangeRole;
import app.quen.account.Member;
import app.quen.audit.Act;
import app.quen.audit.Trail;
import app.quen.database.InTransaction;
import app.quen.team.internal.Roles;
import app.quen.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.spi.JsonProvider;
import java.util.UUID;

/** Gives a member another role; it holds from their next request on. */
@ApplicationScoped
public class GiveRole {

  /** Kept: the methods of Json look the provider up at each call. */
  private static final JsonProvider JSON = JsonProvider.provider();

  @Inject Roles roles;
  @Inject Trail trail;
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
    String before = changeRole.roleOf(tenants.current().id(), member);
    roles.requireGivable(before);
    trail.note(
        Act.of("RoleGiven")
            .on("member", member)
            .with(
                JSON.createObjectBuilder()
                    .add("before", before)
                    .add("after", role)
                    .build()
                    .toString()));
    return changeRole.change(tenants.current().id(), member, role);
  }
}

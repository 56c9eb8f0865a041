package app.quen.team;

import app.quen.access.Permitted;
import app.quen.account.InviteMember;
import app.quen.account.Invited;
import app.quen.account.ListInvitations;
import app.quen.account.RenewInvitation;
import app.quen.audit.Act;
import app.quen.audit.Trail;
import app.quen.database.Work;
import app.quen.team.internal.Roles;
import app.quen.tenant.TenantId;
import app.quen.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.spi.JsonProvider;
import java.util.UUID;

/** Asks a colleague in, with a role of the workspace; nobody gives more than they may do. */
@ApplicationScoped
public class InviteColleague {

  /** Kept: the methods of Json look the provider up at each call. */
  private static final JsonProvider JSON = JsonProvider.provider();

  @Inject Work work;
  @Inject Roles roles;
  @Inject InviteMember inviteMember;
  @Inject RenewInvitation renewInvitation;
  @Inject ListInvitations listInvitations;
  @Inject Tenants tenants;
  @Inject Trail trail;

  /**
   * @param by the account of the member who asks, or who made the key that does
   * @throws app.quen.field.Invalid if there is no such role, or who acts may not give it
   * @see InviteMember#invite
   */
  @Permitted("member:manage")
  public Invited invite(String email, String role, UUID by) {
    // not in the same transaction: accounts and invitations are of all workspaces
    work.transact(() -> roles.requireGivable(role));
    return told("MemberInvited", inviteMember.invite(here(), email, role, by));
  }

  /**
   * Who is handed the new link could come in by it: so this asks for no less than inviting does.
   *
   * @throws app.quen.field.Invalid if there is no such role any more, or who acts may not give it
   * @see RenewInvitation#renew
   */
  @Permitted("member:manage")
  public Invited renew(UUID id, UUID by) {
    var role = listInvitations.find(here(), id).role();
    work.transact(() -> roles.requireGivable(role));
    return told("InvitationRenewed", renewInvitation.renew(here(), id, by));
  }

  private Invited told(String act, Invited invited) {
    trail.seen(
        Act.of(act)
            .on("invitation", invited.invitation().id())
            .with(
                JSON.createObjectBuilder()
                    .add("email", invited.invitation().email())
                    .add("role", invited.invitation().role())
                    .build()
                    .toString()));
    return invited;
  }

  private TenantId here() {
    return tenants.current().id();
  }
}

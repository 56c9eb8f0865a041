package app.quen.team;

import app.quen.access.Permitted;
import app.quen.account.AddMember;
import app.quen.account.Done;
import app.quen.account.Member;
import app.quen.account.RequestKey;
import app.quen.database.Work;
import app.quen.team.internal.Roles;
import app.quen.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Lets a colleague in, with a role of the workspace. */
@ApplicationScoped
public class AddColleague {

  @Inject Work work;
  @Inject Roles roles;
  @Inject AddMember addMember;
  @Inject Tenants tenants;

  /**
   * @throws app.quen.field.Invalid if there is no such role, or who acts may not give it
   * @see AddMember#add
   */
  @Permitted("member:manage")
  public Done<Member> add(AddMember.NewMember member, @Nullable RequestKey key) {
    // not in the same transaction: the account is of all workspaces
    work.transact(() -> roles.requireGivable(member.role()));
    return addMember.add(tenants.current().id(), member, key);
  }
}

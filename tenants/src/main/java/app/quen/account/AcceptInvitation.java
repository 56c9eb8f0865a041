package app.quen.account;

import app.quen.account.internal.Accounts;
import app.quen.account.internal.Form;
import app.quen.account.internal.Invitations;
import app.quen.account.internal.PasswordHashes;
import app.quen.account.internal.PasswordRules;
import app.quen.account.internal.Post;
import app.quen.account.internal.Sessions;
import app.quen.cell.Conflicts;
import app.quen.control.ControlSchema;
import app.quen.tenant.Tenant;
import app.quen.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who was invited comes in. A link works once. */
@ApplicationScoped
public class AcceptInvitation {

  @Inject Invitations invitations;
  @Inject Accounts accounts;
  @Inject PasswordRules rules;
  @Inject PasswordHashes hashes;
  @Inject Sessions sessions;
  @Inject Tenants tenants;
  @Inject Post post;
  @Inject ControlSchema control;

  /**
   * Who has no account makes one, with a password that nobody else has chosen, and is signed in.
   *
   * @throws NotFound if no invitation has this token (any more)
   * @throws Rejected if a field does not fit, the time is over (field {@code token}, code {@code
   *     expired}) or the address has an account (field {@code email}, code {@code taken}): then its
   *     owner signs in and accepts
   */
  public SignedIn comeAnew(
      String token, @Nullable String name, @Nullable String password, Client client) {
    var held = invitations.open(token, client);
    var workspace = workspace(held);
    var email = held.invitation().email();
    var form = new Form();
    var called = form.name("name", name);
    var chosen = password == null ? "" : password;
    var about = List.of(called, email.replaceAll("@.*", ""), workspace.slug(), workspace.name());
    form.add(rules.check("password", chosen, about));
    form.check();
    var hash = hashes.hash(chosen);
    return control.transact(
        sql -> {
          invitations.use(sql, held);
          var account = accounts.insert(sql, called, email, workspace.language(), hash, "email");
          if (held.invitation().mailed()) {
            accounts.proven(sql, account.id());
          }
          accounts.join(sql, account.id(), held.tenant(), held.invitation().role());
          return sessions.open(
              sql, account, new Workspace(workspace, held.invitation().role()), client);
        });
  }

  /**
   * Who is signed in joins, and goes on in that workspace.
   *
   * @throws NotFound if no invitation has this token (any more)
   * @throws Rejected if it is for another address (field {@code email}, code {@code
   *     other-account}), its time is over (field {@code token}, code {@code expired}), the account
   *     is a member already (code {@code taken}), or its address must be proven first (code {@code
   *     unproven})
   */
  public Session join(String token, Session session, Client client) {
    var held = invitations.open(token, client);
    var invitation = held.invitation();
    var account = session.account();
    if (!account.email().equals(invitation.email())) {
      throw new Rejected(
          "email",
          "other-account",
          "Lời mời này dành cho %s. Hãy đăng xuất rồi đăng nhập bằng e-mail đó."
              .formatted(invitation.email()),
          "This invitation is for %s. Sign out, then sign in with that address."
              .formatted(invitation.email()));
    }
    if (post.ready() && !invitation.mailed() && !accounts.isProven(account.id())) {
      throw new Rejected(
          "email",
          "unproven",
          "Chưa ai chứng minh e-mail này là của mình. Hãy nhờ người mời gửi lại lời mời: lần này nó"
              + " đến qua thư.",
          "Nobody has proven yet that this address is theirs. Ask who invited you to send the"
              + " invitation again: this time it comes by mail.");
    }
    var workspace = workspace(held);
    try {
      return control.transact(
          sql -> {
            invitations.use(sql, held);
            if (invitation.mailed()) {
              accounts.proven(sql, account.id());
            }
            accounts.join(sql, account.id(), held.tenant(), invitation.role());
            return sessions.move(sql, session, new Workspace(workspace, invitation.role()));
          });
    } catch (RuntimeException e) {
      if (Conflicts.duplicate(e, "PRIMARY")) {
        throw new Rejected(
            "email",
            "taken",
            "Bạn đã là thành viên của doanh nghiệp này.",
            "You are a member of this workspace already.");
      }
      throw e;
    }
  }

  private Tenant workspace(Invitations.Held held) {
    return tenants.find(held.tenant()).orElseThrow(() -> new NotFound("workspace", held.tenant()));
  }
}

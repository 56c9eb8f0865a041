package app.quen.account;

import app.quen.account.internal.Form;
import app.quen.account.internal.Invitations;
import app.quen.account.internal.Post;
import app.quen.limit.Limits;
import app.quen.limit.TooManyAttempts;
import app.quen.mail.MailRefused;
import app.quen.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/**
 * Asks a colleague into a workspace. Nobody is a member before they have come themselves, and who
 * asks learns nothing about the address: not whether it has an account, nor whose it is.
 */
@ApplicationScoped
public class InviteMember {

  @Inject Invitations invitations;
  @Inject Post post;
  @Inject Limits limits;

  /**
   * @param by the account of the member who asks
   * @throws Rejected if a field does not fit, or the address is a member's or was invited already
   *     (code {@code taken})
   * @throws TooManyAttempts if the workspace has invited too many, or the address was too often
   * @throws MailRefused if the letter was not taken; then nobody is invited
   */
  public Invited invite(TenantId tenant, String email, String role, UUID by) {
    var form = new Form();
    var address = form.email("email", email);
    var asked = form.role("role", role);
    form.check();
    if (invitations.hasMember(tenant, address)) {
      throw new Rejected(
          "email",
          "taken",
          "Người này đã là thành viên của doanh nghiệp.",
          "This person is a member of the workspace already.");
    }
    limits.count("invitation.workspace", tenant.toString());
    limits.count("invitation.email", address);
    var made = invitations.insert(tenant, address, asked, post.ready(), by);
    try {
      return post.deliver(made, tenant);
    } catch (MailRefused e) {
      invitations.delete(tenant, made.invitation().id());
      throw e;
    }
  }
}

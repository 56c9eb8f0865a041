package app.quen.account;

import app.quen.account.internal.Invitations;
import app.quen.account.internal.Post;
import app.quen.limit.Limits;
import app.quen.limit.TooManyAttempts;
import app.quen.mail.MailRefused;
import app.quen.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Gives an invitation a new link and its full time again; the link before opens nothing more. */
@ApplicationScoped
public class RenewInvitation {

  @Inject Invitations invitations;
  @Inject Post post;
  @Inject Limits limits;

  /**
   * @throws NotFound if the workspace has no such invitation
   * @throws TooManyAttempts if the workspace has invited too many, or the address was too often
   * @throws MailRefused if the letter was not taken; trying again may help
   */
  public Invited renew(TenantId tenant, UUID id, UUID by) {
    var invitation = invitations.find(tenant, id).orElseThrow(() -> new NotFound("invitation", id));
    limits.count("invitation.workspace", tenant.toString());
    limits.count("invitation.email", invitation.email());
    var renewed =
        invitations
            .renew(tenant, id, post.ready(), by)
            .orElseThrow(() -> new NotFound("invitation", id));
    return post.deliver(renewed, tenant);
  }
}

package app.quen.account;

import app.quen.account.internal.Invitations;
import app.quen.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Takes an invitation back; its link opens nothing from then on. */
@ApplicationScoped
public class RevokeInvitation {

  @Inject Invitations invitations;

  /**
   * @throws NotFound if the workspace has no such invitation
   */
  public void revoke(TenantId tenant, UUID id) {
    if (!invitations.delete(tenant, id)) {
      throw new NotFound("invitation", id);
    }
  }
}

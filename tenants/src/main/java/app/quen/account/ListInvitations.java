package app.quen.account;

import app.quen.account.internal.Invitations;
import app.quen.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Who was invited into a workspace and has not come yet; also those whose time is over. */
@ApplicationScoped
public class ListInvitations {

  @Inject Invitations invitations;

  /** The newest first. */
  public List<Invitation> list(TenantId tenant) {
    return invitations.list(tenant);
  }

  /**
   * @throws NotFound if the workspace has no such invitation
   */
  public Invitation find(TenantId tenant, UUID id) {
    return invitations.find(tenant, id).orElseThrow(() -> new NotFound("invitation", id));
  }
}

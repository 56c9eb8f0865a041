package app.quen.account;

import app.quen.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Takes a member out of a workspace; its sessions lose the workspace at once. */
@ApplicationScoped
public class RemoveMember {

  /**
   * @throws NotFound if there is no such member
   * @throws Rejected if it is the last owner (code {@code last-owner})
   */
  public void remove(TenantId tenant, UUID member) {
    throw new UnsupportedOperationException();
  }
}

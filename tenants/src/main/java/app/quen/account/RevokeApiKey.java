package app.quen.account;

import app.quen.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Makes an API key worthless at once. */
@ApplicationScoped
public class RevokeApiKey {

  /**
   * @throws NotFound if the workspace has no such key
   */
  public void revoke(TenantId tenant, UUID id) {
    throw new UnsupportedOperationException();
  }
}

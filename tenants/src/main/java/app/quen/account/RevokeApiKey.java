package app.quen.account;

import app.quen.account.internal.ApiKeys;
import app.quen.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Makes an API key worthless at once. */
@ApplicationScoped
public class RevokeApiKey {

  @Inject ApiKeys keys;

  /**
   * @throws NotFound if the workspace has no such key
   */
  public void revoke(TenantId tenant, UUID id) {
    if (!keys.delete(tenant, id)) {
      throw new NotFound("API key", id);
    }
  }
}

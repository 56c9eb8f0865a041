package app.quen.account;

import app.quen.account.internal.ApiKeys;
import app.quen.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** The API keys of a workspace that are not revoked, the latest first. */
@ApplicationScoped
public class ListApiKeys {

  @Inject ApiKeys keys;

  public List<ApiKey> list(TenantId tenant) {
    return keys.list(tenant);
  }
}

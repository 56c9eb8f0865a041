package app.quen.account;

import app.quen.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The API keys of a workspace that are not revoked, the latest first. */
@ApplicationScoped
public class ListApiKeys {

  public List<ApiKey> list(TenantId tenant) {
    throw new UnsupportedOperationException();
  }
}

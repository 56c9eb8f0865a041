package app.quen.account;

import app.quen.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes a credential for a program. */
@ApplicationScoped
public class CreateApiKey {

  /**
   * @param key the whole key; not stored anywhere, so it is given only here
   */
  public record Created(ApiKey apiKey, String key) {

    @Override
    public String toString() {
      return "Created[" + apiKey + "]";
    }
  }

  /**
   * @param createdBy the account that makes it, whose permissions must include these: the caller
   *     checks that
   * @throws Rejected if the name is empty or too long, no permission is given, or it would have
   *     expired already
   */
  public Created create(
      TenantId tenant,
      UUID createdBy,
      String name,
      Set<String> permissions,
      @Nullable Instant expiresAt) {
    throw new UnsupportedOperationException();
  }
}

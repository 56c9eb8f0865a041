package app.quen.publiclink;

import app.quen.tenant.TenantId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a token stands for.
 *
 * @param data what the issuer wrote into it
 * @param expiresAt null: never
 */
public record PublicLink(
    UUID id, TenantId tenant, String purpose, String data, @Nullable Instant expiresAt) {

  public boolean expired(Instant now) {
    return expiresAt != null && !expiresAt.isAfter(now);
  }
}

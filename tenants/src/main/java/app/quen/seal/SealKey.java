package app.quen.seal;

import app.quen.tenant.TenantId;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A key that a workspace's seals are checked with.
 *
 * @param number 1 for the first one
 * @param after it seals what comes after this entry, up to where the next key begins
 * @param at since when
 * @param vouched signature of the key before over {@link #text}; null for the first one
 */
public record SealKey(
    int number, PublicKey key, long after, Instant at, byte @Nullable [] vouched) {

  /** What the key before signs; docs/audit.md tells it to strangers, so it never changes. */
  public static byte[] text(TenantId workspace, int number, long after, Instant at, byte[] key) {
    return ("quen-trail-key-1\nworkspace %s\nnumber %d\nafter %d\nat %s\nkey %s\n"
            .formatted(
                workspace, number, after, Moment.text(at), Base64.getEncoder().encodeToString(key)))
        .getBytes(StandardCharsets.UTF_8);
  }
}

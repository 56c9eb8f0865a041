package app.quen.seal;

import app.quen.tenant.TenantId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;

/**
 * That a trail had this hash at its entry of this number.
 *
 * @param at to the microsecond
 * @param signature Ed25519, over {@link #text}
 * @param kept for good; the others are kept until there is a later one
 */
public record Seal(long sequence, byte[] hash, Instant at, byte[] signature, boolean kept) {

  /** What is signed; docs/audit.md tells it to strangers, so it never changes. */
  public static byte[] text(TenantId workspace, long sequence, byte[] hash, Instant at) {
    return ("quen-trail-checkpoint-1\nworkspace %s\nseq %d\nhash %s\nat %s\n"
            .formatted(workspace, sequence, HexFormat.of().formatHex(hash), Moment.text(at)))
        .getBytes(StandardCharsets.UTF_8);
  }
}

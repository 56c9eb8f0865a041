package app.quen.audit.internal;

import app.quen.access.Actor;
import app.quen.audit.AuditEntry;
import app.quen.digest.Sha256;
import app.quen.seal.Moment;
import app.quen.tenant.TenantId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is hashed: docs/audit.md tells it to strangers, so it never changes. Each member is the
 * length of its UTF-8 form, a colon, that form and a line feed, or {@code -} and a line feed where
 * there is none.
 */
final class Canonical {

  private static final byte[] NONE = {'-', '\n'};

  private Canonical() {}

  /** What stands before the first entry: another one in each workspace. */
  static byte[] beginning(TenantId workspace) {
    return Sha256.of("quen-trail-1\n" + workspace);
  }

  static byte[] hash(AuditEntry entry) {
    MessageDigest sha = Sha256.begun();
    sha.update(entry.previousHash());
    put(sha, Long.toString(entry.sequence()));
    put(sha, Moment.text(entry.at()));
    put(sha, entry.actor());
    put(sha, entry.onBehalfOf());
    put(sha, entry.act());
    put(sha, entry.recordType());
    put(sha, entry.recordId());
    put(sha, entry.customerId());
    put(sha, entry.changes());
    put(sha, entry.why());
    put(sha, entry.address());
    put(sha, entry.client());
    return sha.digest();
  }

  /** As it is hashed and exported. */
  static String kind(Actor actor) {
    return actor.kind().name().toLowerCase(Locale.ROOT);
  }

  private static void put(MessageDigest sha, @Nullable Actor actor) {
    put(sha, actor == null ? null : kind(actor));
    put(sha, actor == null ? null : actor.id());
    put(sha, actor == null ? null : actor.name());
  }

  private static void put(MessageDigest sha, @Nullable Object member) {
    if (member == null) {
      sha.update(NONE);
      return;
    }
    byte[] text = member.toString().getBytes(StandardCharsets.UTF_8);
    sha.update((text.length + ":").getBytes(StandardCharsets.US_ASCII));
    sha.update(text);
    sha.update((byte) '\n');
  }
}

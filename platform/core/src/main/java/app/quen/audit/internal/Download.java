package app.quen.audit.internal;

import app.quen.access.Actor;
import app.quen.audit.AuditEntry;
import app.quen.database.Work;
import app.quen.seal.Moment;
import app.quen.seal.Seal;
import app.quen.seal.SealKey;
import app.quen.seal.Seals;
import app.quen.tenant.TenantId;
import app.quen.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A trail as lines of JSON: what it is, its entries, its seals. docs/audit.md tells the form to
 * strangers.
 */
@ApplicationScoped
public class Download {

  private static final JsonProvider JSON = JsonProvider.provider();
  private static final HexFormat HEX = HexFormat.of();
  private static final int PAGE = 1_000;

  @Inject Tenants tenants;
  @Inject Work work;
  @Inject Entries entries;
  @Inject Seals seals;
  @Inject Sealing sealing;
  @Inject Clock clock;

  /** Of the workspace that is entered. No unit of work may be open. */
  public void write(OutputStream out) throws IOException {
    TenantId workspace = tenants.current().id();
    boolean sealed = sealing.trySealNow(workspace);
    List<Seal> all = seals.all(workspace);
    // a trail that goes on from its seals ends at the last one; of any other all is given out
    long end = sealed && !all.isEmpty() ? all.getLast().sequence() : Long.MAX_VALUE;
    List<SealKey> keys = seals.keys(workspace);
    line(out, heading(workspace, keys));
    for (SealKey key : keys.subList(Math.min(1, keys.size()), keys.size())) {
      line(out, json(key));
    }
    long last = 0;
    List<AuditEntry> page;
    do {
      long from = last;
      page = work.transact(() -> entries.after(from, PAGE));
      for (AuditEntry entry : page) {
        last = entry.sequence();
        if (last <= end) {
          line(out, json(entry));
        }
      }
    } while (!page.isEmpty() && last < end);
    for (Seal seal : all) {
      line(out, json(seal));
    }
    out.flush();
  }

  private static JsonObjectBuilder json(SealKey key) {
    return JSON.createObjectBuilder()
        .add("type", "key")
        .add("number", key.number())
        .add("after", key.after())
        .add("at", Moment.text(key.at()))
        .add("publicKey", pem(key.key()))
        .add(
            "signature",
            Base64.getEncoder()
                .encodeToString(Objects.requireNonNullElse(key.vouched(), new byte[0])));
  }

  private JsonObjectBuilder heading(TenantId workspace, List<SealKey> keys) {
    JsonObjectBuilder heading =
        JSON.createObjectBuilder()
            .add("type", "trail")
            .add("format", "quen-trail-1")
            .add("workspace", workspace.toString())
            .add("madeAt", Moment.text(clock.instant()));
    put(heading, "publicKey", keys.isEmpty() ? null : pem(keys.getFirst().key()));
    return heading;
  }

  /** As openssl reads it. */
  static String pem(PublicKey key) {
    return "-----BEGIN PUBLIC KEY-----\n"
        + Base64.getEncoder().encodeToString(key.getEncoded())
        + "\n-----END PUBLIC KEY-----\n";
  }

  private static JsonObjectBuilder json(AuditEntry entry) {
    JsonObjectBuilder json = JSON.createObjectBuilder();
    json.add("type", "entry");
    json.add("seq", entry.sequence());
    json.add("at", Moment.text(entry.at()));
    put(json, "actor", entry.actor());
    put(json, "behalf", entry.onBehalfOf());
    json.add("act", entry.act());
    put(json, "recordType", entry.recordType());
    put(json, "recordId", entry.recordId());
    put(json, "customerId", entry.customerId());
    put(json, "changes", entry.changes());
    put(json, "why", entry.why());
    put(json, "address", entry.address());
    put(json, "client", entry.client());
    json.add("previousHash", HEX.formatHex(entry.previousHash()));
    json.add("hash", HEX.formatHex(entry.hash()));
    return json;
  }

  private static JsonObjectBuilder json(Seal seal) {
    return JSON.createObjectBuilder()
        .add("type", "checkpoint")
        .add("seq", seal.sequence())
        .add("hash", HEX.formatHex(seal.hash()))
        .add("at", Moment.text(seal.at()))
        .add("signature", Base64.getEncoder().encodeToString(seal.signature()));
  }

  private static void put(JsonObjectBuilder json, String which, @Nullable Actor actor) {
    put(json, which + "Kind", actor == null ? null : Canonical.kind(actor));
    put(json, which + "Id", actor == null ? null : actor.id());
    put(json, which + "Name", actor == null ? null : actor.name());
  }

  private static void put(JsonObjectBuilder json, String key, @Nullable Object value) {
    if (value == null) {
      json.addNull(key);
    } else {
      json.add(key, value.toString());
    }
  }

  private static void line(OutputStream out, JsonObjectBuilder json) throws IOException {
    out.write(json.build().toString().getBytes(StandardCharsets.UTF_8));
    out.write('\n');
  }
}

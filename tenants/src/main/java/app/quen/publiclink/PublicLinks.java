package app.quen.publiclink;

import app.quen.control.ControlSchema;
import app.quen.control.Secrets;
import app.quen.tenant.TenantId;
import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Public links in the control schema. */
@ApplicationScoped
public class PublicLinks {

  /** 24 letters of 32 are 120 bits: short enough for an SMS, too many to guess. */
  private static final int LETTERS = 24;

  private static final Pattern TOKEN = Pattern.compile("[a-z0-9]{" + LETTERS + "}");
  private static final Duration KEPT = Duration.ofDays(30);
  private static final int REMOVED_AT_ONCE = 100;

  @Inject ControlSchema control;

  /** The token, which is told once, and what it stands for. */
  public record Issued(String token, PublicLink link) {}

  /** Not part of the tenant's transaction: where that fails, the link opens nothing. */
  public Issued issue(TenantId tenant, String purpose, String data, @Nullable Instant expiresAt) {
    var token = Secrets.letters(LETTERS);
    var now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    var link = new PublicLink(UuidCreator.getTimeOrderedEpoch(), tenant, purpose, data, expiresAt);
    control.run(
        sql ->
            sql.createUpdate(
                    "INSERT INTO public_link (token_hash, id, tenant_id, purpose, data,"
                        + " created_at, expires_at) VALUES (:hash, :id, :tenant, :purpose, :data,"
                        + " :now, :expires)")
                .bind("hash", Secrets.hash(token))
                .bind("id", link.id())
                .bind("tenant", tenant.value())
                .bind("purpose", purpose)
                .bind("data", data)
                .bind("now", now)
                .bind("expires", expiresAt)
                .execute());
    removeOld(now);
    return new Issued(token, link);
  }

  /** Empty if there is none; one that has expired is found for a while, to be told from none. */
  public Optional<PublicLink> find(String purpose, String token) {
    if (!TOKEN.matcher(token).matches()) {
      return Optional.empty();
    }
    return control.call(
        sql ->
            sql.createQuery(
                    "SELECT id, tenant_id, purpose, data, expires_at FROM public_link"
                        + " WHERE token_hash = :hash AND purpose = :purpose")
                .bind("hash", Secrets.hash(token))
                .bind("purpose", purpose)
                .map(
                    (row, context) -> {
                      Timestamp expires = row.getTimestamp("expires_at");
                      return new PublicLink(
                          row.getObject("id", UUID.class),
                          new TenantId(row.getObject("tenant_id", UUID.class)),
                          row.getString("purpose"),
                          row.getString("data"),
                          expires == null ? null : expires.toInstant());
                    })
                .findOne());
  }

  private void removeOld(Instant now) {
    control.run(
        sql ->
            sql.createUpdate("DELETE FROM public_link WHERE expires_at < :then LIMIT :most")
                .bind("then", now.minus(KEPT))
                .bind("most", REMOVED_AT_ONCE)
                .execute());
  }
}

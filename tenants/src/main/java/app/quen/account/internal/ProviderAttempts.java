package app.quen.account.internal;

import app.quen.control.ControlSchema;
import app.quen.control.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who was sent to a provider and is expected back, in the same browser. */
@ApplicationScoped
public class ProviderAttempts {

  private static final Duration PATIENCE = Duration.ofMinutes(10);

  @Inject ControlSchema control;

  /**
   * @param session which is to be confirmed; null where somebody signs in
   */
  public record Attempt(UUID provider, String nonce, @Nullable UUID session, Instant createdAt) {}

  public void begin(
      UUID provider, String state, String verifier, String nonce, @Nullable UUID session) {
    var now = Instant.now();
    control.run(
        sql -> {
          sql.createUpdate("DELETE FROM provider_attempt WHERE expires_at < :now LIMIT 100")
              .bind("now", now)
              .execute();
          sql.createUpdate(
                  "INSERT INTO provider_attempt (state_hash, provider_id, verifier_hash, nonce,"
                      + " session_id, created_at, expires_at) VALUES (:state, :provider,"
                      + " :verifier, :nonce, :session, :now, :expires)")
              .bind("state", Secrets.hash(state))
              .bind("provider", provider)
              .bind("verifier", Secrets.hash(verifier))
              .bind("nonce", nonce)
              .bind("session", session)
              .bind("now", now)
              .bind("expires", now.plus(PATIENCE))
              .execute();
        });
  }

  /** Once, and only with what the browser of who asked has kept. */
  public Optional<Attempt> take(String state, String verifier) {
    return control.transact(
        sql -> {
          var found =
              sql.createQuery(
                      "SELECT provider_id, nonce, session_id, created_at FROM provider_attempt"
                          + " WHERE state_hash = :state AND verifier_hash = :verifier"
                          + " AND expires_at > :now FOR UPDATE")
                  .bind("state", Secrets.hash(state))
                  .bind("verifier", Secrets.hash(verifier))
                  .bind("now", Instant.now())
                  .map(
                      (row, context) ->
                          new Attempt(
                              row.getObject("provider_id", UUID.class),
                              row.getString("nonce"),
                              row.getObject("session_id", UUID.class),
                              row.getTimestamp("created_at").toInstant()))
                  .findOne();
          found.ifPresent(
              it ->
                  sql.createUpdate("DELETE FROM provider_attempt WHERE state_hash = :state")
                      .bind("state", Secrets.hash(state))
                      .execute());
          return found;
        });
  }
}

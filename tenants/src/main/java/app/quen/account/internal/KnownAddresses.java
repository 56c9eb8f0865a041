package app.quen.account.internal;

import app.quen.account.Client;
import app.quen.control.ControlSchema;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * From where people have signed in. Who tries a password from there is counted apart from all
 * others, so that a stranger who uses up the tries keeps out other strangers only.
 */
@ApplicationScoped
public class KnownAddresses {

  private static final Duration KEPT = Duration.ofDays(90);

  @Inject ControlSchema control;
  @Inject Clock clock;

  /** Under which name the tries for this e-mail address are counted. */
  public String door(String email, Client client) {
    boolean known =
        control.call(
            sql ->
                sql.createQuery(
                            "SELECT COUNT(*) FROM known_address k JOIN account a"
                                + " ON a.id = k.account_id"
                                + " WHERE a.email = :email AND k.address = :address"
                                + " AND k.seen_at > :old")
                        .bind("email", email)
                        .bind("address", client.address())
                        .bind("old", clock.instant().minus(KEPT))
                        .mapTo(Integer.class)
                        .one()
                    > 0);
    return known ? email + " from " + client.address() : email;
  }

  /** Somebody has signed in. */
  void note(Handle sql, UUID account, String address) {
    var now = clock.instant();
    sql.createUpdate(
            "DELETE FROM known_address WHERE account_id = :account AND seen_at <= :old LIMIT 100")
        .bind("account", account)
        .bind("old", now.minus(KEPT))
        .execute();
    sql.createUpdate(
            "INSERT INTO known_address (account_id, address, seen_at)"
                + " VALUES (:account, :address, :now) ON DUPLICATE KEY UPDATE seen_at = :now")
        .bind("account", account)
        .bind("address", address)
        .bind("now", now)
        .execute();
  }
}

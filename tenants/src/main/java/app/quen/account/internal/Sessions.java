package app.quen.account.internal;

import app.quen.account.Account;
import app.quen.account.Client;
import app.quen.account.Session;
import app.quen.account.SignedIn;
import app.quen.account.Workspace;
import app.quen.control.ControlSchema;
import app.quen.control.Secrets;
import app.quen.tenant.TenantId;
import app.quen.tenant.TenantRow;
import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Sessions in the control schema. Of the token only its hash is stored. */
@ApplicationScoped
public class Sessions {

  private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

  @Inject ControlSchema control;

  @Inject
  @ConfigProperty(name = "quen.session.absolute", defaultValue = "P30D")
  Duration absolute;

  @Inject
  @ConfigProperty(name = "quen.session.idle", defaultValue = "P7D")
  Duration idle;

  public SignedIn open(Handle sql, Account account, @Nullable Workspace workspace, Client client) {
    var token = Secrets.token();
    var now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    var session =
        new Session(
            UuidCreator.getTimeOrderedEpoch(),
            account,
            workspace,
            Secrets.csrfToken(token),
            now,
            now.plus(absolute));
    sql.createUpdate(
            "INSERT INTO session (id, token_hash, account_id, tenant_id, address, user_agent,"
                + " created_at, last_seen_at, expires_at) VALUES (:id, :hash, :account, :tenant,"
                + " :address, :agent, :now, :now, :expires)")
        .bind("id", session.id())
        .bind("hash", Secrets.hash(token))
        .bind("account", account.id())
        .bind("tenant", workspace == null ? null : workspace.tenant().value())
        .bind("address", cut(client.address(), 45))
        .bind("agent", client.userAgent() == null ? null : cut(client.userAgent(), 300))
        .bind("now", now)
        .bind("expires", session.expiresAt())
        .execute();
    return new SignedIn(token, session);
  }

  private static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most);
  }

  private record Found(Session session, Instant lastSeen) {}

  public Optional<Session> find(String token) {
    var now = Instant.now();
    var found =
        control.call(
            sql ->
                sql.createQuery(
                        "SELECT s.id s_id, s.created_at s_created_at, s.last_seen_at,"
                            + " s.expires_at s_expires_at, m.role m_role, "
                            + Accounts.COLUMNS
                            + ", "
                            + TenantRow.COLUMNS
                            + " FROM session s JOIN account a ON a.id = s.account_id"
                            + " LEFT JOIN membership m ON m.account_id = s.account_id"
                            + " AND m.tenant_id = s.tenant_id"
                            + " LEFT JOIN tenant t ON t.id = m.tenant_id"
                            + " WHERE s.token_hash = :hash AND s.expires_at > :now"
                            + " AND s.last_seen_at > :idle")
                    .bind("hash", Secrets.hash(token))
                    .bind("now", now)
                    .bind("idle", now.minus(idle))
                    .map(
                        (row, context) ->
                            new Found(
                                session(
                                    row,
                                    Accounts.map(row, context),
                                    row.getString("m_role") == null
                                        ? null
                                        : Accounts.workspace(row, context),
                                    token),
                                row.getTimestamp("last_seen_at").toInstant()))
                    .findOne());
    found
        .filter(f -> f.lastSeen().isBefore(now.minus(NOTED_EVERY)))
        .ifPresent(f -> note(f.session(), now));
    return found.map(Found::session);
  }

  private static Session session(
      ResultSet row, Account account, @Nullable Workspace workspace, String token)
      throws SQLException {
    return new Session(
        row.getObject("s_id", UUID.class),
        account,
        workspace,
        Secrets.csrfToken(token),
        row.getTimestamp("s_created_at").toInstant(),
        row.getTimestamp("s_expires_at").toInstant());
  }

  private void note(Session session, Instant now) {
    control.run(
        sql ->
            sql.createUpdate("UPDATE session SET last_seen_at = :now WHERE id = :id")
                .bind("now", now)
                .bind("id", session.id())
                .execute());
  }

  /** Goes on in another workspace, which the account is a member of. */
  public Session move(Handle sql, Session session, Workspace workspace) {
    var now = Instant.now();
    sql.createUpdate("UPDATE session SET tenant_id = :tenant WHERE id = :id")
        .bind("tenant", workspace.tenant().value())
        .bind("id", session.id())
        .execute();
    entered(sql, session.account().id(), workspace.tenant(), now);
    return new Session(
        session.id(),
        session.account(),
        workspace,
        session.csrfToken(),
        session.createdAt(),
        session.expiresAt());
  }

  private static void entered(Handle sql, UUID account, TenantId tenant, Instant now) {
    sql.createUpdate(
            "UPDATE membership SET entered_at = :now WHERE account_id = :account"
                + " AND tenant_id = :tenant")
        .bind("now", now)
        .bind("account", account)
        .bind("tenant", tenant.value())
        .execute();
  }

  /** Ends all sessions of the account but this one. */
  public void endOthers(Handle sql, Session session) {
    sql.createUpdate("DELETE FROM session WHERE account_id = :account AND id <> :id")
        .bind("account", session.account().id())
        .bind("id", session.id())
        .execute();
  }

  /** Forgets the account's sessions that have expired. */
  public void removeExpired(Handle sql, Account account) {
    var now = Instant.now();
    sql.createUpdate(
            "DELETE FROM session WHERE account_id = :account"
                + " AND (expires_at < :now OR last_seen_at < :idle)")
        .bind("account", account.id())
        .bind("now", now)
        .bind("idle", now.minus(idle))
        .execute();
  }
}

package app.quen.account.internal;

import app.quen.account.Account;
import app.quen.account.Client;
import app.quen.account.OpenSession;
import app.quen.account.OwnSignInWanted;
import app.quen.account.Rejected;
import app.quen.account.Session;
import app.quen.account.SessionTooOld;
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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Sessions in the control schema. Of the token only its hash is stored. */
@ApplicationScoped
public class Sessions {

  private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

  /** How long a token that was replaced is answered: for what was on its way. */
  private static final Duration ON_THE_WAY = Duration.ofSeconds(30);

  /** Of the sessions s and the policies p of the workspaces that they are in: those still open. */
  private static final String STILL_OPEN =
      " s.expires_at > :now AND s.last_seen_at > :idle AND (p.tenant_id IS NULL"
          + " OR s.last_seen_at + INTERVAL p.idle_minutes MINUTE > :now"
          + " AND s.created_at + INTERVAL p.absolute_minutes MINUTE > :now)"
          + " AND (s.provider_id IS NULL"
          + " OR EXISTS (SELECT 1 FROM sign_in_provider i WHERE i.id = s.provider_id))";

  /** Of a membership m and its session s: whether it should have come by the provider. */
  private static final String PROVIDER_MISSING =
      "s.provider_id IS NULL AND m.role <> 'owner' AND EXISTS (SELECT 1 FROM sign_in_provider i"
          + " WHERE i.tenant_id = m.tenant_id AND i.only_way)";

  @Inject ControlSchema control;
  @Inject SignInPolicies policies;
  @Inject KnownAddresses addresses;

  public SignedIn open(Handle sql, Account account, @Nullable Workspace workspace, Client client) {
    return open(sql, account, workspace, client, false);
  }

  /**
   * @param secondFactor whether more than the password was proved
   */
  public SignedIn open(
      Handle sql,
      Account account,
      @Nullable Workspace workspace,
      Client client,
      boolean secondFactor) {
    return open(sql, account, workspace, client, secondFactor, null);
  }

  /** How many factors there are is the provider's affair. */
  SignedIn openByProvider(
      Handle sql, Account account, Workspace workspace, Client client, UUID provider) {
    entered(sql, account.id(), workspace.tenant(), Instant.now());
    return open(sql, account, workspace, client, true, provider);
  }

  private SignedIn open(
      Handle sql,
      Account account,
      @Nullable Workspace workspace,
      Client client,
      boolean secondFactor,
      @Nullable UUID provider) {
    var policy = policies.of(sql, workspace == null ? null : workspace.tenant());
    var token = Secrets.token();
    var now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    var session =
        new Session(
            UuidCreator.getTimeOrderedEpoch(),
            account,
            workspace,
            Secrets.csrfToken(token),
            now,
            now.plus(policies.absolute()),
            now.plus(Duration.ofMinutes(policy.confirmMinutes())),
            policy.secondFactor() && !secondFactor,
            provider != null,
            provider == null && workspace != null && isProviderMissing(sql, workspace));
    sql.createUpdate(
            "INSERT INTO session (id, token_hash, account_id, tenant_id, address, user_agent,"
                + " created_at, last_seen_at, confirmed_at, expires_at, second_factor,"
                + " provider_id) VALUES (:id, :hash, :account, :tenant, :address, :agent, :now,"
                + " :now, :now, :expires, :factor, :provider)")
        .bind("id", session.id())
        .bind("hash", Secrets.hash(token))
        .bind("account", account.id())
        .bind("tenant", workspace == null ? null : workspace.tenant().value())
        .bind("address", cut(client.address(), 45))
        .bind("agent", client.userAgent() == null ? null : cut(client.userAgent(), 300))
        .bind("now", now)
        .bind("expires", session.expiresAt())
        .bind("factor", secondFactor)
        .bind("provider", provider)
        .execute();
    addresses.note(sql, account.id(), cut(client.address(), 45));
    endSurplus(sql, session);
    return new SignedIn(token, session);
  }

  /** Owners keep a way in, whatever becomes of the provider. */
  private static boolean isProviderMissing(Handle sql, Workspace workspace) {
    return !workspace.role().equals("owner")
        && sql.createQuery(
                "SELECT COUNT(*) FROM sign_in_provider WHERE tenant_id = :tenant AND only_way")
            .bind("tenant", workspace.tenant().value())
            .mapTo(Boolean.class)
            .one();
  }

  private static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most);
  }

  private record Found(Session session, Instant lastSeen) {}

  public Optional<Session> find(String token) {
    return find(token, "s.token_hash = :hash")
        .or(() -> find(token, "s.previous_hash = :hash AND s.replaced_at > :onTheWay"));
  }

  private Optional<Session> find(String token, String condition) {
    var now = Instant.now();
    var found =
        control.call(
            sql ->
                sql.createQuery(
                        "SELECT s.id s_id, s.csrf_token, s.created_at s_created_at, s.last_seen_at,"
                            + " s.expires_at s_expires_at, s.confirmed_at, p.confirm_minutes,"
                            + " p.second_factor AND NOT s.second_factor factor_missing,"
                            + " s.provider_id IS NOT NULL by_provider, "
                            + PROVIDER_MISSING
                            + " provider_missing,"
                            + " m.role m_role, "
                            + Accounts.COLUMNS
                            + ", "
                            + TenantRow.COLUMNS
                            + " FROM session s JOIN account a ON a.id = s.account_id"
                            + " LEFT JOIN membership m ON m.account_id = s.account_id"
                            + " AND m.tenant_id = s.tenant_id"
                            + " LEFT JOIN tenant t ON t.id = m.tenant_id"
                            + " LEFT JOIN sign_in_policy p ON p.tenant_id = m.tenant_id"
                            + " WHERE "
                            + condition
                            + " AND"
                            + STILL_OPEN)
                    .bind("hash", Secrets.hash(token))
                    .bind("now", now)
                    .bind("onTheWay", now.minus(ON_THE_WAY))
                    .bind("idle", now.minus(policies.idle()))
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

  private Session session(
      ResultSet row, Account account, @Nullable Workspace workspace, String token)
      throws SQLException {
    var csrf = row.getString("csrf_token");
    var minutes = row.getObject("confirm_minutes", Integer.class);
    var confirmation = minutes == null ? policies.confirmed() : Duration.ofMinutes(minutes);
    return new Session(
        row.getObject("s_id", UUID.class),
        account,
        workspace,
        csrf == null ? Secrets.csrfToken(token) : csrf,
        row.getTimestamp("s_created_at").toInstant(),
        row.getTimestamp("s_expires_at").toInstant(),
        row.getTimestamp("confirmed_at").toInstant().plus(confirmation),
        row.getBoolean("factor_missing"),
        row.getBoolean("by_provider"),
        row.getBoolean("provider_missing"));
  }

  private void note(Session session, Instant now) {
    control.run(
        sql ->
            sql.createUpdate("UPDATE session SET last_seen_at = :now WHERE id = :id")
                .bind("now", now)
                .bind("id", session.id())
                .execute());
  }

  /**
   * Goes on in another workspace, which the account is a member of.
   *
   * @throws SessionTooOld if that one allows no session of this age
   * @throws OwnSignInWanted if a provider let the person in, whose word is good for one workspace
   */
  public Session move(Handle sql, Session session, Workspace workspace) {
    if (session.byProvider()) {
      throw new OwnSignInWanted();
    }
    var now = Instant.now();
    var policy = policies.of(sql, workspace.tenant());
    if (!session.createdAt().plus(Duration.ofMinutes(policy.absoluteMinutes())).isAfter(now)) {
      throw new SessionTooOld(workspace.slug());
    }
    sql.createUpdate("UPDATE session SET tenant_id = :tenant, last_seen_at = :now WHERE id = :id")
        .bind("tenant", workspace.tenant().value())
        .bind("now", now)
        .bind("id", session.id())
        .execute();
    entered(sql, session.account().id(), workspace.tenant(), now);
    var proof = proof(sql, session);
    var moved =
        new Session(
            session.id(),
            session.account(),
            workspace,
            session.csrfToken(),
            session.createdAt(),
            session.expiresAt(),
            proof.confirmedAt().plus(Duration.ofMinutes(policy.confirmMinutes())),
            policy.secondFactor() && !proof.secondFactor(),
            false,
            isProviderMissing(sql, workspace));
    endSurplus(sql, moved);
    return moved;
  }

  private record Proof(Instant confirmedAt, boolean secondFactor) {}

  private static Proof proof(Handle sql, Session session) {
    return sql.createQuery("SELECT confirmed_at, second_factor FROM session WHERE id = :id")
        .bind("id", session.id())
        .map(
            (row, context) ->
                new Proof(
                    row.getTimestamp("confirmed_at").toInstant(), row.getBoolean("second_factor")))
        .findOne()
        .orElse(new Proof(Instant.EPOCH, false));
  }

  /** More than the password was proved in this session. */
  public void proveSecondFactor(Handle sql, Session session) {
    sql.createUpdate("UPDATE session SET second_factor = TRUE, confirmed_at = :now WHERE id = :id")
        .bind("now", Instant.now())
        .bind("id", session.id())
        .execute();
  }

  /**
   * @param field of what would be removed
   * @throws Rejected if a workspace of the account wants more than the password (code {@code
   *     required})
   */
  public void requireNoneWantsSecondFactor(UUID account, String field) {
    control
        .call(
            sql ->
                sql.createQuery(
                        "SELECT t.name FROM membership m JOIN sign_in_policy p"
                            + " ON p.tenant_id = m.tenant_id AND p.second_factor"
                            + " JOIN tenant t ON t.id = m.tenant_id"
                            + " WHERE m.account_id = :account ORDER BY t.name LIMIT 1")
                    .bind("account", account)
                    .mapTo(String.class)
                    .findOne())
        .ifPresent(
            workspace -> {
              throw new Rejected(
                  field,
                  "required",
                  "Không gian “%s” yêu cầu xác thực hai lớp nên chưa gỡ được.".formatted(workspace),
                  "The workspace “%s” wants a second factor, so this one stays."
                      .formatted(workspace));
            });
  }

  /**
   * The person has proved again to be the one, and goes on with a new token: whoever had the one
   * before is out.
   *
   * @param secondFactor whether by more than the password
   */
  public SignedIn confirm(Session session, boolean secondFactor) {
    var now = Instant.now();
    var token = Secrets.token();
    return control.transact(
        sql -> {
          sql.createUpdate(
                  "UPDATE session SET previous_hash = token_hash, replaced_at = :now,"
                      + " token_hash = :hash, csrf_token = :csrf,"
                      + " confirmed_at = :now, last_seen_at = :now,"
                      + " second_factor = second_factor OR :factor WHERE id = :id")
              .bind("now", now)
              .bind("hash", Secrets.hash(token))
              .bind("csrf", session.csrfToken())
              .bind("factor", secondFactor)
              .bind("id", session.id())
              .execute();
          var workspace = session.workspace();
          var policy = policies.of(sql, workspace == null ? null : workspace.tenant());
          return new SignedIn(
              token,
              new Session(
                  session.id(),
                  session.account(),
                  session.workspace(),
                  session.csrfToken(),
                  session.createdAt(),
                  session.expiresAt(),
                  now.plus(Duration.ofMinutes(policy.confirmMinutes())),
                  session.secondFactorMissing() && !secondFactor,
                  session.byProvider(),
                  session.providerMissing()));
        });
  }

  /** Of as many as the workspace allows, this one stays and those that were used last. */
  private void endSurplus(Handle sql, Session session) {
    var workspace = session.workspace();
    var most = workspace == null ? null : policies.of(sql, workspace.tenant()).mostSessions();
    if (most == null) {
      return;
    }
    sql.createUpdate(
            "DELETE FROM session WHERE id IN (SELECT id FROM (SELECT id FROM session"
                + " WHERE account_id = :account AND tenant_id = :tenant AND id <> :id"
                + " ORDER BY last_seen_at DESC, id DESC LIMIT 100000 OFFSET :kept) surplus)")
        .bind("account", session.account().id())
        .bind("tenant", workspace.tenant().value())
        .bind("id", session.id())
        .bind("kept", most - 1)
        .execute();
  }

  /** The account's open sessions, the one that was used last first. */
  public List<OpenSession> list(Session asking) {
    var now = Instant.now();
    return control.call(
        sql ->
            sql.createQuery(
                    "SELECT s.id, s.created_at, s.last_seen_at, s.user_agent, s.address, t.name"
                        + " FROM session s LEFT JOIN sign_in_policy p ON p.tenant_id = s.tenant_id"
                        + " LEFT JOIN tenant t ON t.id = s.tenant_id"
                        + " WHERE s.account_id = :account AND"
                        + STILL_OPEN
                        + " ORDER BY s.last_seen_at DESC, s.id DESC")
                .bind("account", asking.account().id())
                .bind("now", now)
                .bind("idle", now.minus(policies.idle()))
                .map(
                    (row, context) -> {
                      var id = row.getObject("id", UUID.class);
                      return new OpenSession(
                          id,
                          row.getTimestamp("created_at").toInstant(),
                          row.getTimestamp("last_seen_at").toInstant(),
                          row.getString("user_agent"),
                          row.getString("address"),
                          row.getString("name"),
                          id.equals(asking.id()));
                    })
                .list());
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

  /** Ends those of a member that is one no more. */
  public static void endOf(Handle sql, UUID account, TenantId tenant) {
    sql.createUpdate("DELETE FROM session WHERE account_id = :account AND tenant_id = :tenant")
        .bind("account", account)
        .bind("tenant", tenant.value())
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
        .bind("idle", now.minus(policies.idle()))
        .execute();
  }
}

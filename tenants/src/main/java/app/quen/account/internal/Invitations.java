package app.quen.account.internal;

import app.quen.account.Client;
import app.quen.account.Invitation;
import app.quen.account.Invited;
import app.quen.account.NotFound;
import app.quen.account.Rejected;
import app.quen.cell.Conflicts;
import app.quen.control.ControlSchema;
import app.quen.control.Secrets;
import app.quen.limit.Limits;
import app.quen.tenant.TenantId;
import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** Invitations in the control schema. Of the token only its hash is stored. */
@ApplicationScoped
public class Invitations {

  private static final Duration OPEN_FOR = Duration.ofDays(7);
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");
  private static final String SELECT =
      "SELECT i.id, i.tenant_id, i.email, i.role, i.mailed, a.name inviter, i.created_at,"
          + " i.expires_at FROM invitation i JOIN account a ON a.id = i.invited_by";

  @Inject ControlSchema control;
  @Inject Limits limits;
  @Inject Clock clock;

  /** An invitation in the hands of somebody who knows its token. */
  public record Held(Invitation invitation, TenantId tenant) {}

  public boolean hasMember(TenantId tenant, String email) {
    return control.call(
        sql ->
            sql.createQuery(
                        "SELECT COUNT(*) FROM membership m JOIN account a ON a.id = m.account_id"
                            + " WHERE m.tenant_id = :tenant AND a.email = :email")
                    .bind("tenant", tenant.value())
                    .bind("email", email)
                    .mapTo(Integer.class)
                    .one()
                > 0);
  }

  /**
   * One whose time is over makes room.
   *
   * @throws Rejected if the address is invited already
   */
  public Invited insert(TenantId tenant, String email, String role, boolean mailed, UUID by) {
    var token = Secrets.token();
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var id = UuidCreator.getTimeOrderedEpoch();
    try {
      control.transact(
          sql -> {
            sql.createUpdate(
                    "DELETE FROM invitation WHERE tenant_id = :tenant AND email = :email"
                        + " AND expires_at <= :now")
                .bind("tenant", tenant.value())
                .bind("email", email)
                .bind("now", now)
                .execute();
            return sql.createUpdate(
                    "INSERT INTO invitation (id, tenant_id, email, role, token_hash, mailed,"
                        + " invited_by, created_at, expires_at) VALUES (:id, :tenant, :email,"
                        + " :role, :hash, :mailed, :by, :now, :expires)")
                .bind("id", id)
                .bind("tenant", tenant.value())
                .bind("email", email)
                .bind("role", role)
                .bind("hash", Secrets.hash(token))
                .bind("mailed", mailed)
                .bind("by", by)
                .bind("now", now)
                .bind("expires", now.plus(OPEN_FOR))
                .execute();
          });
    } catch (RuntimeException e) {
      if (Conflicts.duplicate(e, "tenant_id")) {
        throw new Rejected(
            "email",
            "taken",
            "Người này đã được mời. Hãy gửi lại lời mời trong danh sách chờ.",
            "This person is invited already. Send the invitation again from the list.");
      }
      throw e;
    }
    return new Invited(find(tenant, id).orElseThrow(() -> new NotFound("invitation", id)), token);
  }

  /** Empty if there is none. */
  public Optional<Invited> renew(TenantId tenant, UUID id, boolean mailed, UUID by) {
    var token = Secrets.token();
    int renewed =
        control.call(
            sql ->
                sql.createUpdate(
                        "UPDATE invitation SET token_hash = :hash, mailed = :mailed,"
                            + " invited_by = :by, expires_at = :expires"
                            + " WHERE id = :id AND tenant_id = :tenant")
                    .bind("hash", Secrets.hash(token))
                    .bind("mailed", mailed)
                    .bind("by", by)
                    .bind("expires", clock.instant().plus(OPEN_FOR))
                    .bind("id", id)
                    .bind("tenant", tenant.value())
                    .execute());
    return renewed == 0
        ? Optional.empty()
        : find(tenant, id).map(invitation -> new Invited(invitation, token));
  }

  public Optional<Invitation> find(TenantId tenant, UUID id) {
    return control.call(
        sql ->
            sql.createQuery(SELECT + " WHERE i.id = :id AND i.tenant_id = :tenant")
                .bind("id", id)
                .bind("tenant", tenant.value())
                .map(Invitations::map)
                .findOne()
                .map(Held::invitation));
  }

  public List<Invitation> list(TenantId tenant) {
    return control.call(
        sql ->
            sql.createQuery(SELECT + " WHERE i.tenant_id = :tenant ORDER BY i.id DESC")
                .bind("tenant", tenant.value())
                .map(Invitations::map)
                .map(Held::invitation)
                .list());
  }

  public boolean delete(TenantId tenant, UUID id) {
    return control.call(
        sql ->
            sql.createUpdate("DELETE FROM invitation WHERE id = :id AND tenant_id = :tenant")
                    .bind("id", id)
                    .bind("tenant", tenant.value())
                    .execute()
                == 1);
  }

  /** Who may not invite any more, or not to such a role, has let nobody in by and by. */
  public static void endOf(Handle sql, TenantId tenant, UUID inviter) {
    sql.createUpdate("DELETE FROM invitation WHERE tenant_id = :tenant AND invited_by = :by")
        .bind("tenant", tenant.value())
        .bind("by", inviter)
        .execute();
  }

  /**
   * @throws NotFound if no invitation has this token
   * @throws Rejected if its time is over
   */
  public Held open(String token, Client client) {
    limits.count("invitation.address", client.address());
    var held = find(token).orElseThrow(() -> new NotFound("invitation", "of this token"));
    if (held.invitation().expired(clock.instant())) {
      throw new Rejected(
          "token",
          "expired",
          "Lời mời đã hết hạn. Hãy nhờ người mời gửi lại.",
          "This invitation has expired. Ask who invited you to send it again.");
    }
    limits.forget("invitation.address", client.address());
    return held;
  }

  private Optional<Held> find(String token) {
    if (!TOKEN.matcher(token).matches()) {
      return Optional.empty();
    }
    return control.call(
        sql ->
            sql.createQuery(SELECT + " WHERE i.token_hash = :hash")
                .bind("hash", Secrets.hash(token))
                .map(Invitations::map)
                .findOne());
  }

  /**
   * In the transaction that lets somebody in: of two at once, one.
   *
   * @throws NotFound if it was used, renewed or taken back since
   */
  public void use(Handle sql, Held held) {
    int used =
        sql.createUpdate(
                "DELETE FROM invitation WHERE id = :id AND expires_at = :expires AND role = :role")
            .bind("id", held.invitation().id())
            .bind("expires", held.invitation().expiresAt())
            .bind("role", held.invitation().role())
            .execute();
    if (used == 0) {
      throw new NotFound("invitation", held.invitation().id());
    }
  }

  private static Held map(ResultSet row, StatementContext context) throws SQLException {
    return new Held(
        new Invitation(
            row.getObject("id", UUID.class),
            row.getString("email"),
            row.getString("role"),
            row.getBoolean("mailed"),
            row.getString("inviter"),
            at(row, "created_at"),
            at(row, "expires_at")),
        new TenantId(row.getObject("tenant_id", UUID.class)));
  }

  private static Instant at(ResultSet row, String column) throws SQLException {
    return row.getTimestamp(column).toInstant();
  }
}

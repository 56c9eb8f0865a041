package app.quen.account.internal;

import app.quen.account.ApiKey;
import app.quen.account.Client;
import app.quen.account.CreateApiKey.Created;
import app.quen.account.KeyHolder;
import app.quen.account.Member;
import app.quen.control.ControlSchema;
import app.quen.control.Secrets;
import app.quen.tenant.TenantId;
import app.quen.tenant.TenantRow;
import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** API keys in the control schema, the secret only as its hash. */
@ApplicationScoped
public class ApiKeys {

  private static final String COLUMNS =
      "SELECT k.id, k.name, k.prefix, k.permissions, k.created_at, k.last_used_at,"
          + " k.last_used_from, k.expires_at, a.id a_id, a.name a_name, a.email a_email, m.role"
          + " m_role FROM api_key k LEFT JOIN account a ON a.id = k.created_by LEFT JOIN membership"
          + " m ON m.account_id = a.id AND m.tenant_id = k.tenant_id";

  @Inject ControlSchema control;
  @Inject KeyUses uses;

  public Created create(
      TenantId tenant,
      UUID createdBy,
      String name,
      Set<String> permissions,
      @Nullable Instant expiresAt) {
    var text = KeyText.random();
    var id = UuidCreator.getTimeOrderedEpoch();
    control.run(
        sql ->
            sql.createUpdate(
                    "INSERT INTO api_key (id, tenant_id, prefix, secret_hash, name, permissions,"
                        + " created_by, created_at, expires_at) VALUES (:id, :tenant, :prefix,"
                        + " :hash, :name, :permissions, :by, :now, :expires)")
                .bind("id", id)
                .bind("tenant", tenant.value())
                .bind("prefix", text.prefix())
                .bind("hash", Secrets.hash(text.secret()))
                .bind("name", name)
                .bind("permissions", String.join("\n", new TreeSet<>(permissions)))
                .bind("by", createdBy)
                .bind("now", Instant.now().truncatedTo(ChronoUnit.MICROS))
                .bind("expires", expiresAt)
                .execute());
    var key =
        control.call(
            sql ->
                sql.createQuery(COLUMNS + " WHERE k.id = :id")
                    .bind("id", id)
                    .map(ApiKeys::map)
                    .one());
    return new Created(key, text.text());
  }

  public List<ApiKey> list(TenantId tenant) {
    uses.writeDown();
    return control.call(
        sql ->
            sql.createQuery(
                    COLUMNS + " WHERE k.tenant_id = :tenant ORDER BY k.created_at DESC, k.id DESC")
                .bind("tenant", tenant.value())
                .map(ApiKeys::map)
                .list());
  }

  public boolean delete(TenantId tenant, UUID id) {
    return control.call(
            sql ->
                sql.createUpdate("DELETE FROM api_key WHERE id = :id AND tenant_id = :tenant")
                    .bind("id", id)
                    .bind("tenant", tenant.value())
                    .execute())
        == 1;
  }

  private record Found(KeyHolder holder, byte[] secretHash) {}

  public Optional<KeyHolder> find(String key, Client client) {
    var found = KeyText.read(key).flatMap(this::find);
    found.ifPresent(holder -> uses.note(holder.id(), client));
    return found;
  }

  /** Of somebody who is a member: who left takes along what they handed out. */
  private Optional<KeyHolder> find(KeyText key) {
    var hash = Secrets.hash(key.secret());
    return control
        .call(
            sql ->
                sql.createQuery(
                        "SELECT k.id, k.name, k.secret_hash, k.permissions, m.role m_role, "
                            + Accounts.COLUMNS
                            + ", "
                            + TenantRow.COLUMNS
                            + " FROM api_key k JOIN tenant t ON t.id = k.tenant_id"
                            + " JOIN account a ON a.id = k.created_by"
                            + " JOIN membership m ON m.tenant_id = k.tenant_id"
                            + " AND m.account_id = k.created_by"
                            + " WHERE k.prefix = :prefix"
                            + " AND (k.expires_at IS NULL OR k.expires_at > :now)")
                    .bind("prefix", key.prefix())
                    .bind("now", Instant.now())
                    .map(ApiKeys::found)
                    .findOne())
        .filter(found -> MessageDigest.isEqual(found.secretHash(), hash))
        .map(Found::holder);
  }

  private static Found found(ResultSet row, StatementContext context) throws SQLException {
    var holder =
        new KeyHolder(
            row.getObject("id", UUID.class),
            row.getString("name"),
            Accounts.map(row, context),
            TenantRow.map(row, context),
            permissions(row),
            row.getString("m_role"));
    return new Found(holder, row.getBytes("secret_hash"));
  }

  private static ApiKey map(ResultSet row, StatementContext context) throws SQLException {
    var by = row.getObject("a_id", UUID.class);
    return new ApiKey(
        row.getObject("id", UUID.class),
        row.getString("name"),
        row.getString("prefix"),
        permissions(row),
        row.getTimestamp("created_at").toInstant(),
        by == null
            ? null
            : new Member(
                by,
                row.getString("a_name"),
                row.getString("a_email"),
                row.getString("m_role") == null ? "" : row.getString("m_role")),
        instant(row, "last_used_at"),
        row.getString("last_used_from"),
        instant(row, "expires_at"));
  }

  private static Set<String> permissions(ResultSet row) throws SQLException {
    return Set.of(row.getString("permissions").split("\n"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }
}

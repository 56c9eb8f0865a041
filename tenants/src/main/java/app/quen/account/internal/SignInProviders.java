package app.quen.account.internal;

import app.quen.account.SignInProvider;
import app.quen.cell.Conflicts;
import app.quen.control.ControlSchema;
import app.quen.key.MasterKey;
import app.quen.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.StatementContext;

/** Providers in the control schema; their secrets are wrapped by the master key. */
@ApplicationScoped
public class SignInProviders {

  private static final String COLUMNS =
      "SELECT id, issuer, client_id, label, domains, join_role, only_way, version FROM"
          + " sign_in_provider WHERE ";

  @Inject ControlSchema control;
  @Inject MasterKey masterKey;

  public Optional<SignInProvider> of(TenantId tenant) {
    return control.call(
        sql ->
            sql.createQuery(COLUMNS + "tenant_id = :tenant")
                .bind("tenant", tenant.value())
                .map(SignInProviders::map)
                .findOne());
  }

  private static SignInProvider map(ResultSet row, StatementContext context) throws SQLException {
    return new SignInProvider(
        row.getObject("id", UUID.class),
        row.getString("issuer"),
        row.getString("client_id"),
        row.getString("label"),
        List.of(row.getString("domains").split("\n")),
        row.getString("join_role"),
        row.getBoolean("only_way"),
        row.getInt("version"));
  }

  public String secret(UUID provider) {
    var wrapped =
        control.call(
            sql ->
                sql.createQuery("SELECT client_secret FROM sign_in_provider WHERE id = :id")
                    .bind("id", provider)
                    .mapTo(byte[].class)
                    .one());
    return new String(masterKey.unwrap(wrapped, boundTo(provider)), StandardCharsets.UTF_8);
  }

  /**
   * @return false where somebody else was first
   */
  public boolean insert(TenantId tenant, SignInProvider provider, String secret) {
    try {
      return write(
          "INSERT INTO sign_in_provider (id, tenant_id, issuer, client_id, client_secret, label,"
              + " domains, join_role, only_way, version) VALUES (:id, :tenant, :issuer, :client,"
              + " :secret, :label, :domains, :role, :only, :version)",
          tenant,
          provider,
          secret);
    } catch (RuntimeException e) {
      if (Conflicts.duplicate(e, "tenant_id")) {
        return false;
      }
      throw e;
    }
  }

  /**
   * @return false where it is not the version before any more
   */
  public boolean update(TenantId tenant, SignInProvider provider, String secret) {
    return write(
        "UPDATE sign_in_provider SET id = :id, issuer = :issuer, client_id = :client,"
            + " client_secret = :secret, label = :label, domains = :domains, join_role = :role,"
            + " only_way = :only, version = :version"
            + " WHERE tenant_id = :tenant AND version = :version - 1",
        tenant,
        provider,
        secret);
  }

  private boolean write(String statement, TenantId tenant, SignInProvider provider, String secret) {
    var wrapped = masterKey.wrap(secret.getBytes(StandardCharsets.UTF_8), boundTo(provider.id()));
    return control.call(
        sql ->
            sql.createUpdate(statement)
                    .bind("id", provider.id())
                    .bind("tenant", tenant.value())
                    .bind("issuer", provider.issuer())
                    .bind("client", provider.clientId())
                    .bind("secret", wrapped)
                    .bind("label", provider.label())
                    .bind("domains", String.join("\n", provider.domains()))
                    .bind("role", provider.joinRole())
                    .bind("only", provider.onlyWay())
                    .bind("version", provider.version())
                    .execute()
                == 1);
  }

  public boolean delete(TenantId tenant) {
    return control.call(
            sql ->
                sql.createUpdate("DELETE FROM sign_in_provider WHERE tenant_id = :tenant")
                    .bind("tenant", tenant.value())
                    .execute())
        == 1;
  }

  /** Wraps all secrets anew with what the master key wraps with now. */
  public int rewrapAll() {
    var all =
        control.call(
            sql -> sql.createQuery("SELECT id FROM sign_in_provider").mapTo(UUID.class).list());
    all.forEach(this::rewrap);
    return all.size();
  }

  private void rewrap(UUID provider) {
    control.transact(
        sql ->
            sql.createQuery("SELECT client_secret FROM sign_in_provider WHERE id = :id FOR UPDATE")
                .bind("id", provider)
                .mapTo(byte[].class)
                .findOne()
                .map(
                    wrapped ->
                        sql.createUpdate(
                                "UPDATE sign_in_provider SET client_secret = :secret WHERE id ="
                                    + " :id")
                            .bind("secret", rewrapped(wrapped, provider))
                            .bind("id", provider)
                            .execute()));
  }

  private byte[] rewrapped(byte[] wrapped, UUID provider) {
    return masterKey.wrap(masterKey.unwrap(wrapped, boundTo(provider)), boundTo(provider));
  }

  private static byte[] boundTo(UUID provider) {
    return ("sign-in provider " + provider).getBytes(StandardCharsets.UTF_8);
  }
}

package app.quen.account.internal;

import app.quen.account.Account;
import app.quen.account.Rejected;
import app.quen.account.Workspace;
import app.quen.cell.Conflicts;
import app.quen.control.ControlSchema;
import app.quen.tenant.TenantId;
import app.quen.tenant.TenantRow;
import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Accounts and memberships in the control schema. */
@ApplicationScoped
public class Accounts {

  static final String COLUMNS = "a.id a_id, a.name a_name, a.email a_email, a.language a_language";

  @Inject ControlSchema control;

  /** An account with what its password is held against; null where it has none. */
  public record Stored(Account account, @Nullable String passwordHash) {}

  static Account map(ResultSet row, StatementContext context) throws SQLException {
    return new Account(
        row.getObject("a_id", UUID.class),
        row.getString("a_name"),
        row.getString("a_email"),
        row.getString("a_language"));
  }

  static Workspace workspace(ResultSet row, StatementContext context) throws SQLException {
    return new Workspace(TenantRow.map(row, context), row.getString("m_role"));
  }

  /**
   * @param hash null for an account without a password
   * @param emailField where a taken address is reported
   */
  public Account insert(
      Handle sql,
      String name,
      String email,
      String language,
      @Nullable String hash,
      String emailField) {
    var account = new Account(UuidCreator.getTimeOrderedEpoch(), name, email, language);
    try {
      sql.createUpdate(
              "INSERT INTO account (id, email, name, language, password_hash, password_changed_at,"
                  + " created_at) VALUES (:id, :email, :name, :language, :hash, :now, :now)")
          .bind("id", account.id())
          .bind("email", email)
          .bind("name", name)
          .bind("language", language)
          .bind("hash", hash)
          .bind("now", Instant.now())
          .execute();
    } catch (RuntimeException e) {
      if (Conflicts.duplicate(e, "email")) {
        throw new Rejected(List.of(Form.emailTaken(emailField)));
      }
      throw e;
    }
    return account;
  }

  public void join(Handle sql, UUID account, TenantId tenant, String role) {
    sql.createUpdate(
            "INSERT INTO membership (account_id, tenant_id, role, created_at, entered_at)"
                + " VALUES (:account, :tenant, :role, :now, :now)")
        .bind("account", account)
        .bind("tenant", tenant.value())
        .bind("role", role)
        .bind("now", Instant.now())
        .execute();
  }

  /** Who has the account reads the mail of its address. */
  public void proven(Handle sql, UUID account) {
    sql.createUpdate(
            "UPDATE account SET email_proven_at = COALESCE(email_proven_at, :now) WHERE id = :id")
        .bind("now", Instant.now())
        .bind("id", account)
        .execute();
  }

  public boolean isProven(UUID account) {
    return control.call(
        sql ->
            sql.createQuery("SELECT email_proven_at IS NOT NULL FROM account WHERE id = :id")
                .bind("id", account)
                .mapTo(Boolean.class)
                .findOne()
                .orElse(false));
  }

  public Optional<Stored> findByEmail(String email) {
    return find("a.email = :key", email);
  }

  public Optional<Stored> find(UUID id) {
    return find("a.id = :key", id);
  }

  private Optional<Stored> find(String condition, Object key) {
    return control.call(
        sql ->
            sql.createQuery(
                    "SELECT " + COLUMNS + ", a.password_hash FROM account a WHERE " + condition)
                .bind("key", key)
                .map((row, c) -> new Stored(map(row, c), row.getString("password_hash")))
                .findOne());
  }

  /** The workspaces, the one that was entered last first. */
  public List<Workspace> workspaces(UUID account) {
    return control.call(
        sql ->
            sql.createQuery(
                    "SELECT "
                        + TenantRow.COLUMNS
                        + ", m.role m_role FROM membership m JOIN tenant t ON t.id = m.tenant_id"
                        + " WHERE m.account_id = :account AND t.state <> 'PROVISIONING'"
                        + " ORDER BY m.entered_at DESC, t.id")
                .bind("account", account)
                .map(Accounts::workspace)
                .list());
  }
}

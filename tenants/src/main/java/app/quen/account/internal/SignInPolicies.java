package app.quen.account.internal;

import app.quen.account.SignInPolicy;
import app.quen.cell.Conflicts;
import app.quen.control.ControlSchema;
import app.quen.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** What workspaces ask of sessions, within what the installation allows. */
@ApplicationScoped
public class SignInPolicies {

  @Inject ControlSchema control;

  @Inject
  @ConfigProperty(name = "quen.session.absolute", defaultValue = "P30D")
  Duration absolute;

  @Inject
  @ConfigProperty(name = "quen.session.idle", defaultValue = "P7D")
  Duration idle;

  @Inject
  @ConfigProperty(name = "quen.session.confirmed", defaultValue = "PT15M")
  Duration confirmed;

  Duration absolute() {
    return absolute;
  }

  Duration idle() {
    return idle;
  }

  Duration confirmed() {
    return confirmed;
  }

  public SignInPolicy widest() {
    return new SignInPolicy(
        (int) idle.toMinutes(),
        (int) absolute.toMinutes(),
        null,
        (int) confirmed.toMinutes(),
        false,
        0);
  }

  public SignInPolicy of(TenantId tenant) {
    return control.call(sql -> of(sql, tenant));
  }

  SignInPolicy of(Handle sql, @Nullable TenantId tenant) {
    if (tenant == null) {
      return widest();
    }
    return sql.createQuery(
            "SELECT idle_minutes, absolute_minutes, most_sessions, confirm_minutes,"
                + " second_factor, version FROM sign_in_policy WHERE tenant_id = :tenant")
        .bind("tenant", tenant.value())
        .map(this::map)
        .findOne()
        .orElseGet(this::widest);
  }

  /** The installation's settings may have become narrower since. */
  private SignInPolicy map(ResultSet row, StatementContext context) throws SQLException {
    var widest = widest();
    return new SignInPolicy(
        Math.min(row.getInt("idle_minutes"), widest.idleMinutes()),
        Math.min(row.getInt("absolute_minutes"), widest.absoluteMinutes()),
        row.getObject("most_sessions", Integer.class),
        row.getInt("confirm_minutes"),
        row.getBoolean("second_factor"),
        row.getInt("version"));
  }

  /** False where it is not the version before any more. */
  public boolean store(TenantId tenant, SignInPolicy policy) {
    return policy.version() == 1 ? insert(tenant, policy) : update(tenant, policy);
  }

  private boolean insert(TenantId tenant, SignInPolicy policy) {
    try {
      return write(
          "INSERT INTO sign_in_policy (tenant_id, idle_minutes, absolute_minutes, most_sessions,"
              + " confirm_minutes, second_factor, version) VALUES (:tenant, :idle, :absolute,"
              + " :most, :confirm, :factor, :version)",
          tenant,
          policy);
    } catch (RuntimeException e) {
      if (Conflicts.duplicate(e, "PRIMARY")) {
        return false;
      }
      throw e;
    }
  }

  private boolean update(TenantId tenant, SignInPolicy policy) {
    return write(
        "UPDATE sign_in_policy SET idle_minutes = :idle, absolute_minutes = :absolute,"
            + " most_sessions = :most, confirm_minutes = :confirm, second_factor = :factor,"
            + " version = :version"
            + " WHERE tenant_id = :tenant AND version = :version - 1",
        tenant,
        policy);
  }

  private boolean write(String statement, TenantId tenant, SignInPolicy policy) {
    return control.call(
        sql ->
            sql.createUpdate(statement)
                    .bind("tenant", tenant.value())
                    .bind("idle", policy.idleMinutes())
                    .bind("absolute", policy.absoluteMinutes())
                    .bind("most", policy.mostSessions())
                    .bind("confirm", policy.confirmMinutes())
                    .bind("factor", policy.secondFactor())
                    .bind("version", policy.version())
                    .execute()
                == 1);
  }
}

package app.quen.account.internal;

import app.quen.account.Passkey;
import app.quen.account.Rejected;
import app.quen.cell.Conflicts;
import app.quen.control.ControlSchema;
import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.StatementContext;

/** Passkeys in the control schema. */
@ApplicationScoped
public class Passkeys {

  private static final String COLUMNS =
      "SELECT id, name, backed_up, created_at, last_used_at FROM passkey WHERE account_id ="
          + " :account";

  @Inject ControlSchema control;

  /**
   * A passkey as it is stored.
   *
   * @param credential attested credential data
   */
  public record Stored(
      UUID id,
      UUID account,
      byte[] credentialId,
      byte[] credential,
      long signCount,
      boolean backupEligible,
      boolean backedUp) {}

  public List<Passkey> list(UUID account) {
    return control.call(
        sql ->
            sql.createQuery(COLUMNS + " ORDER BY created_at DESC, id DESC")
                .bind("account", account)
                .map(Passkeys::map)
                .list());
  }

  public List<byte[]> credentialIds(UUID account) {
    return control.call(
        sql ->
            sql.createQuery("SELECT credential_id FROM passkey WHERE account_id = :account")
                .bind("account", account)
                .mapTo(byte[].class)
                .list());
  }

  public Passkey insert(UUID account, String name, Stored made) {
    var id = UuidCreator.getTimeOrderedEpoch();
    try {
      control.run(
          sql ->
              sql.createUpdate(
                      "INSERT INTO passkey (id, account_id, credential_id, credential, sign_count,"
                          + " backup_eligible, backed_up, name, created_at) VALUES (:id, :account,"
                          + " :credentialId, :credential, :count, :eligible, :backedUp, :name,"
                          + " :now)")
                  .bind("id", id)
                  .bind("account", account)
                  .bind("credentialId", made.credentialId())
                  .bind("credential", made.credential())
                  .bind("count", made.signCount())
                  .bind("eligible", made.backupEligible())
                  .bind("backedUp", made.backedUp())
                  .bind("name", name)
                  .bind("now", Instant.now())
                  .execute());
    } catch (RuntimeException e) {
      if (Conflicts.duplicate(e, "credential_id")) {
        throw new Rejected(
            "passkey", "taken", "Passkey này đã được thêm rồi.", "This passkey was added already.");
      }
      throw e;
    }
    return find(account, id).orElseThrow();
  }

  private Optional<Passkey> find(UUID account, UUID id) {
    return control.call(
        sql ->
            sql.createQuery(COLUMNS + " AND id = :id")
                .bind("account", account)
                .bind("id", id)
                .map(Passkeys::map)
                .findOne());
  }

  Optional<Stored> find(byte[] credentialId) {
    return control.call(
        sql ->
            sql.createQuery(
                    "SELECT id, account_id, credential_id, credential, sign_count,"
                        + " backup_eligible, backed_up FROM passkey WHERE credential_id = :id")
                .bind("id", credentialId)
                .map(
                    (row, context) ->
                        new Stored(
                            row.getObject("id", UUID.class),
                            row.getObject("account_id", UUID.class),
                            row.getBytes("credential_id"),
                            row.getBytes("credential"),
                            row.getLong("sign_count"),
                            row.getBoolean("backup_eligible"),
                            row.getBoolean("backed_up")))
                .findOne());
  }

  void used(Stored passkey, long signCount, boolean backedUp) {
    control.run(
        sql ->
            sql.createUpdate(
                    "UPDATE passkey SET sign_count = :count, backed_up = :backedUp,"
                        + " last_used_at = :now WHERE id = :id")
                .bind("count", signCount)
                .bind("backedUp", backedUp)
                .bind("now", Instant.now())
                .bind("id", passkey.id())
                .execute());
  }

  public Optional<Passkey> rename(UUID account, UUID id, String name) {
    control.run(
        sql ->
            sql.createUpdate(
                    "UPDATE passkey SET name = :name WHERE id = :id AND account_id = :account")
                .bind("name", name)
                .bind("id", id)
                .bind("account", account)
                .execute());
    return find(account, id);
  }

  public boolean delete(UUID account, UUID id) {
    return control.call(
            sql ->
                sql.createUpdate("DELETE FROM passkey WHERE id = :id AND account_id = :account")
                    .bind("id", id)
                    .bind("account", account)
                    .execute())
        == 1;
  }

  private static Passkey map(ResultSet row, StatementContext context) throws SQLException {
    var used = row.getTimestamp("last_used_at");
    return new Passkey(
        row.getObject("id", UUID.class),
        row.getString("name"),
        row.getBoolean("backed_up"),
        row.getTimestamp("created_at").toInstant(),
        used == null ? null : used.toInstant());
  }
}

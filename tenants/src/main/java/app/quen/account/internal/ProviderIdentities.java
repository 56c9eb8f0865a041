package app.quen.account.internal;

import app.quen.account.Account;
import app.quen.cell.Conflicts;
import app.quen.control.ControlSchema;
import app.quen.identity.Identity;
import app.quen.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** Whose account a provider's subject is; a link holds in one workspace and in no other. */
@ApplicationScoped
public class ProviderIdentities {

  @Inject ControlSchema control;

  public Optional<UUID> account(TenantId tenant, Identity identity) {
    return control.call(
        sql ->
            sql.createQuery(
                    "SELECT account_id FROM provider_identity WHERE tenant_id = :tenant"
                        + " AND issuer = :issuer AND subject = :subject")
                .bind("tenant", tenant.value())
                .bind("issuer", identity.issuer())
                .bind("subject", identity.subject())
                .mapTo(UUID.class)
                .findOne());
  }

  /**
   * From now on the subject is this account.
   *
   * @param who may make the account in the same transaction
   * @return the account that it is; of two at the same time the first says which
   */
  public UUID link(TenantId tenant, Identity identity, Function<Handle, Account> who) {
    try {
      return control.transact(
          sql -> {
            var account = who.apply(sql).id();
            sql.createUpdate(
                    "INSERT INTO provider_identity (tenant_id, issuer, subject, account_id,"
                        + " created_at, last_used_at) VALUES (:tenant, :issuer, :subject,"
                        + " :account, :now, :now)")
                .bind("tenant", tenant.value())
                .bind("issuer", identity.issuer())
                .bind("subject", identity.subject())
                .bind("account", account)
                .bind("now", Instant.now())
                .execute();
            return account;
          });
    } catch (RuntimeException e) {
      if (Conflicts.duplicate(e, "PRIMARY")) {
        return account(tenant, identity).orElseThrow(() -> e);
      }
      throw e;
    }
  }

  public void used(TenantId tenant, Identity identity) {
    control.run(
        sql ->
            sql.createUpdate(
                    "UPDATE provider_identity SET last_used_at = :now WHERE tenant_id = :tenant"
                        + " AND issuer = :issuer AND subject = :subject")
                .bind("now", Instant.now())
                .bind("tenant", tenant.value())
                .bind("issuer", identity.issuer())
                .bind("subject", identity.subject())
                .execute());
  }
}

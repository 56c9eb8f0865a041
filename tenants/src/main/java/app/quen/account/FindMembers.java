package app.quen.account;

import app.quen.control.ControlSchema;
import app.quen.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Which of some accounts are members of a workspace. */
@ApplicationScoped
public class FindMembers {

  @Inject ControlSchema control;

  public Set<UUID> find(TenantId tenant, Collection<UUID> accounts) {
    if (accounts.isEmpty()) {
      return Set.of();
    }
    return control.call(
        sql ->
            sql.createQuery(
                    "SELECT account_id FROM membership WHERE tenant_id = :tenant"
                        + " AND account_id IN (<accounts>)")
                .bind("tenant", tenant.value())
                .bindList("accounts", List.copyOf(accounts))
                .mapTo(UUID.class)
                .set());
  }
}

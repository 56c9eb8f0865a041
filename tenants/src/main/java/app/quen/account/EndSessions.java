package app.quen.account;

import app.quen.control.ControlSchema;
import app.quen.database.Utc;
import app.quen.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;

/** Signs a member out of a workspace; they can sign in again. */
@ApplicationScoped
public class EndSessions {

  @Inject ControlSchema control;

  /**
   * Ends the sessions that are in this workspace, on every node at once; those in other workspaces
   * stay.
   *
   * @param before sessions that were opened later stay
   * @return how many it were
   */
  public int end(TenantId tenant, UUID account, Instant before) {
    return control.call(
        sql ->
            sql.createUpdate(
                    "DELETE FROM session WHERE tenant_id = ? AND account_id = ? AND created_at <="
                        + " ?")
                .bind(0, tenant.value())
                .bind(1, account)
                .bind(2, Utc.of(before))
                .execute());
  }
}

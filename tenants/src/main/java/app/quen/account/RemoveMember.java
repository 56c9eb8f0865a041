package app.quen.account;

import app.quen.account.internal.Invitations;
import app.quen.account.internal.Sessions;
import app.quen.control.ControlSchema;
import app.quen.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;

/**
 * Takes a member out of a workspace; its sessions there end at once, and the keys and invitations
 * that it made.
 */
@ApplicationScoped
public class RemoveMember {

  @Inject ControlSchema control;

  /**
   * @throws NotFound if there is no such member
   * @throws Rejected if it is the last owner (code {@code last-owner})
   */
  public void remove(TenantId tenant, UUID member) {
    control.transact(
        sql -> {
          var roles =
              sql.createQuery(
                      "SELECT account_id, role FROM membership WHERE tenant_id = :tenant"
                          + " FOR UPDATE")
                  .bind("tenant", tenant.value())
                  .map(
                      (row, context) ->
                          Map.entry(row.getObject("account_id", UUID.class), row.getString("role")))
                  .list();
          var role =
              roles.stream()
                  .filter(r -> r.getKey().equals(member))
                  .findAny()
                  .orElseThrow(() -> new NotFound("member", member))
                  .getValue();
          var owners = roles.stream().filter(r -> r.getValue().equals("owner")).count();
          if (role.equals("owner") && owners == 1) {
            throw new Rejected(
                "id",
                "last-owner",
                "Đây là chủ sở hữu cuối cùng. Hãy thêm chủ sở hữu khác trước.",
                "This is the last owner. Add another owner first.");
          }
          Sessions.endOf(sql, member, tenant);
          Invitations.endOf(sql, tenant, member);
          return sql.createUpdate(
                  "DELETE FROM membership WHERE tenant_id = :tenant AND account_id = :member")
              .bind("tenant", tenant.value())
              .bind("member", member)
              .execute();
        });
  }
}

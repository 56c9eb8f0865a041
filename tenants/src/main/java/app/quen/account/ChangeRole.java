package app.quen.account;

import app.quen.account.internal.Invitations;
import app.quen.control.ControlSchema;
import app.quen.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Gives a member of a workspace another role; the invitations that it made end. */
@ApplicationScoped
public class ChangeRole {

  private static final String OWNER = "owner";

  @Inject ControlSchema control;

  /**
   * @throws NotFound if there is no such member
   */
  public String roleOf(TenantId tenant, UUID member) {
    return members(tenant).stream()
        .filter(one -> one.id().equals(member))
        .findFirst()
        .orElseThrow(() -> new NotFound("member", member))
        .role();
  }

  private List<Member> members(TenantId tenant) {
    return control.call(
        sql ->
            sql.createQuery(
                    "SELECT a.id, a.name, a.email, m.role FROM membership m"
                        + " JOIN account a ON a.id = m.account_id WHERE m.tenant_id = :tenant")
                .bind("tenant", tenant.value())
                .map(
                    (row, context) ->
                        new Member(
                            row.getObject("id", UUID.class),
                            row.getString("name"),
                            row.getString("email"),
                            row.getString("role")))
                .list());
  }

  /**
   * @param role of the workspace; the caller has made sure that there is one
   * @throws NotFound if there is no such member
   * @throws Rejected if it is the last owner (code {@code last-owner})
   */
  public Member change(TenantId tenant, UUID member, String role) {
    control.transact(
        sql -> {
          // the owners' rows are held: two who lose the role at once do not both go
          List<UUID> owners =
              sql.createQuery(
                      "SELECT account_id FROM membership WHERE tenant_id = :tenant"
                          + " AND role = 'owner' FOR UPDATE")
                  .bind("tenant", tenant.value())
                  .mapTo(UUID.class)
                  .list();
          if (!role.equals(OWNER) && owners.equals(List.of(member))) {
            throw new Rejected(
                "role",
                "last-owner",
                "Đây là chủ sở hữu cuối cùng. Hãy thêm chủ sở hữu khác trước.",
                "This is the last owner. Add another owner first.");
          }
          Invitations.endOf(sql, tenant, member);
          return sql.createUpdate(
                  "UPDATE membership SET role = :role WHERE tenant_id = :tenant"
                      + " AND account_id = :member")
              .bind("role", role)
              .bind("tenant", tenant.value())
              .bind("member", member)
              .execute();
        });
    return members(tenant).stream()
        .filter(one -> one.id().equals(member))
        .findFirst()
        .orElseThrow(() -> new NotFound("member", member));
  }
}

package app.quen.account;

import app.quen.control.ControlSchema;
import app.quen.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** The members of a workspace, by name. */
@ApplicationScoped
public class ListMembers {

  @Inject ControlSchema control;

  public List<Member> list(TenantId tenant) {
    return control.call(
        sql ->
            sql.createQuery(
                    "SELECT a.id, a.name, a.email, m.role FROM membership m"
                        + " JOIN account a ON a.id = m.account_id WHERE m.tenant_id = :tenant"
                        + " ORDER BY a.name, a.id")
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
}

package app.quen.operating.internal;

import app.quen.account.NotFound;
import app.quen.account.Rejected;
import app.quen.control.ControlSchema;
import app.quen.operating.Operator;
import app.quen.tenant.Tenant;
import app.quen.tenant.TenantRow;
import app.quen.tenant.TenantState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Changes a tenant's state and writes down who did it, both or neither. */
@ApplicationScoped
public class States {

  @Inject ControlSchema control;

  public Tenant change(Operator operator, String slug, TenantState to, @Nullable String reason) {
    return control.transact(
        sql -> {
          var tenant = locked(sql, slug);
          if (tenant.state() == TenantState.PROVISIONING) {
            throw new Rejected(
                "slug",
                "provisioning",
                "Doanh nghiệp này đang được khởi tạo. Hãy thử lại sau một phút.",
                "This tenant is still being made. Try again in a minute.");
          }
          sql.createUpdate(
                  "UPDATE tenant SET state = :state, state_reason = :reason WHERE id = :id")
              .bind("state", to.name())
              .bind("reason", reason)
              .bind("id", tenant.id().value())
              .execute();
          sql.createUpdate(
                  "INSERT INTO operator_log (at, operator_id, operator_name, action, tenant_id,"
                      + " slug, detail) VALUES (:at, :operator, :name, :action, :tenant, :slug,"
                      + " :detail)")
              .bind("at", Instant.now())
              .bind("operator", operator.id())
              .bind("name", operator.name())
              .bind("action", to == TenantState.SUSPENDED ? "suspend" : "resume")
              .bind("tenant", tenant.id().value())
              .bind("slug", slug)
              .bind("detail", reason)
              .execute();
          return locked(sql, slug);
        });
  }

  private static Tenant locked(Handle sql, String slug) {
    return sql.createQuery(
            "SELECT " + TenantRow.COLUMNS + " FROM tenant t WHERE t.slug = :slug FOR UPDATE")
        .bind("slug", slug)
        .map(TenantRow::map)
        .findOne()
        .orElseThrow(() -> new NotFound("tenant", slug));
  }
}

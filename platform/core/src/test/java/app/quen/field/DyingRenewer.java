package app.quen.field;

import app.quen.access.DyingSystem;
import app.quen.tenant.TenantId;
import java.sql.SQLException;

/**
 * A node that renews a workspace's values and dies in the middle of it. Arguments: the tenant, and
 * how many records are done then.
 */
final class DyingRenewer {

  private DyingRenewer() {}

  public static void main(String[] arguments) throws SQLException {
    TenantId tenant = TenantId.of(arguments[0]);
    long done = Long.parseLong(arguments[1]);
    DyingSystem.holdLast(tenant, "customer_ext");
    DyingSystem.work(
        tenant,
        beans -> {
          RenewSecrets secrets = beans.select(RenewSecrets.class).get();
          secrets.renew();
          return () -> secrets.show().done() >= done;
        });
  }
}

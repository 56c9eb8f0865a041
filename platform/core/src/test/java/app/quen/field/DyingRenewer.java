package app.quen.field;

import app.quen.access.Access;
import app.quen.access.Actor;
import app.quen.tenant.TenantId;
import app.quen.tenant.Tenants;
import app.quen.testing.DyingNode;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Set;

/**
 * A node that renews a workspace's values and dies in the middle of it. Arguments: the tenant, and
 * how many records are done then.
 */
final class DyingRenewer {

  private DyingRenewer() {}

  public static void main(String[] arguments) throws SQLException {
    TenantId tenant = TenantId.of(arguments[0]);
    // the job cannot come to its end: somebody else holds the last row until this process is gone
    Connection other =
        DriverManager.getConnection(System.getProperty("quen.cell.url") + "?user=root");
    other.setAutoCommit(false);
    other
        .createStatement()
        .executeQuery(
            "SELECT customer_id FROM "
                + tenant.schema()
                + ".customer_ext ORDER BY customer_id DESC LIMIT 1 FOR UPDATE");
    long done = Long.parseLong(arguments[1]);
    var beans = DyingNode.start();
    beans
        .select(Tenants.class)
        .get()
        .callAs(
            tenant,
            () ->
                beans
                    .select(Access.class)
                    .get()
                    .callAs(
                        Actor.SYSTEM,
                        Set.of("*"),
                        () -> {
                          RenewSecrets secrets = beans.select(RenewSecrets.class).get();
                          secrets.renew();
                          while (secrets.show().done() < done) {
                            Thread.onSpinWait();
                          }
                          DyingNode.die();
                          return null;
                        }));
  }
}

package app.quen.access;

import app.quen.tenant.TenantId;
import app.quen.tenant.Tenants;
import app.quen.testing.DyingNode;
import jakarta.enterprise.inject.se.SeContainer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** Inside a {@link DyingNode}: the system itself at work in a workspace, until the node dies. */
public final class DyingSystem {

  private DyingSystem() {}

  /**
   * Never returns.
   *
   * @param begin the work, and what tells that it has come far enough to die
   */
  public static void work(TenantId tenant, Function<SeContainer, BooleanSupplier> begin) {
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
                          BooleanSupplier far = begin.apply(beans);
                          while (!far.getAsBoolean()) {
                            Thread.onSpinWait();
                          }
                          DyingNode.die();
                          return null;
                        }));
  }

  /**
   * Holds the last row of a table of customers until this process is gone: what goes over all of
   * them cannot come to its end before.
   */
  public static void holdLast(TenantId tenant, String table) throws SQLException {
    Connection other =
        DriverManager.getConnection(System.getProperty("quen.cell.url") + "?user=root");
    other.setAutoCommit(false);
    other
        .createStatement()
        .executeQuery(
            "SELECT customer_id FROM %s.%s ORDER BY customer_id DESC LIMIT 1 FOR UPDATE"
                .formatted(tenant.schema(), table));
  }
}

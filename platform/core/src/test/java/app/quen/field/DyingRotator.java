package app.quen.field;

import app.quen.access.DyingSystem;
import app.quen.secret.RotateKeys;
import app.quen.tenant.TenantId;
import java.sql.SQLException;

/**
 * A node that gives a workspace a new key and dies in the middle of it. Arguments: the tenant, and
 * how many customers' keys are left then.
 */
final class DyingRotator {

  private DyingRotator() {}

  public static void main(String[] arguments) throws SQLException {
    TenantId tenant = TenantId.of(arguments[0]);
    long left = Long.parseLong(arguments[1]);
    DyingSystem.holdLast(tenant, "customer_key");
    DyingSystem.work(
        tenant,
        beans -> {
          RotateKeys keys = beans.select(RotateKeys.class).get();
          keys.rotate();
          return () -> keys.show().left() <= left;
        });
  }
}

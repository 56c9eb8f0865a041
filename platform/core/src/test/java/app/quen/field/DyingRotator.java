package app.quen.field;

import app.quen.access.Access;
import app.quen.access.Actor;
import app.quen.secret.RotateKeys;
import app.quen.tenant.TenantId;
import app.quen.tenant.Tenants;
import app.quen.testing.DyingNode;
import java.util.Set;

/**
 * A node that gives a workspace a new key and dies in the middle of it. Arguments: the tenant, and
 * how many customers' keys are left then.
 */
final class DyingRotator {

  private DyingRotator() {}

  public static void main(String[] arguments) {
    long left = Long.parseLong(arguments[1]);
    var beans = DyingNode.start();
    beans
        .select(Tenants.class)
        .get()
        .callAs(
            TenantId.of(arguments[0]),
            () ->
                beans
                    .select(Access.class)
                    .get()
                    .callAs(
                        Actor.SYSTEM,
                        Set.of("*"),
                        () -> {
                          RotateKeys keys = beans.select(RotateKeys.class).get();
                          keys.rotate();
                          while (keys.show().left() > left) {
                            Thread.onSpinWait();
                          }
                          DyingNode.die();
                          return null;
                        }));
  }
}

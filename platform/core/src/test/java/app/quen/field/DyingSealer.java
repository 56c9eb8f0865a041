package app.quen.field;

import app.quen.access.Access;
import app.quen.access.Actor;
import app.quen.tenant.TenantId;
import app.quen.tenant.Tenants;
import app.quen.testing.DyingNode;
import java.util.Set;

/**
 * A node that encrypts the values of a customer's field and dies in the middle of it. Arguments:
 * the tenant, the field, and after how many records.
 */
final class DyingSealer {

  private DyingSealer() {}

  public static void main(String[] arguments) {
    TenantId tenant = TenantId.of(arguments[0]);
    String key = arguments[1];
    long records = Long.parseLong(arguments[2]);
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
                          ShowField shown = beans.select(ShowField.class).get();
                          beans
                              .select(ReviseField.class)
                              .get()
                              .revise(
                                  "customer",
                                  key,
                                  FieldWorld.json("{'sensitivity': 'sensitive'}"),
                                  shown.show("customer", key).version());
                          while (shown.show("customer", key).work().done() < records) {
                            Thread.onSpinWait();
                          }
                          DyingNode.die();
                          return null;
                        }));
  }
}

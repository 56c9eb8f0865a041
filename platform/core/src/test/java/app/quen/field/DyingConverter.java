package app.quen.field;

import app.quen.access.Access;
import app.quen.access.Actor;
import app.quen.tenant.TenantId;
import app.quen.tenant.Tenants;
import app.quen.testing.DyingNode;
import java.util.Set;

/**
 * A node that moves the values of a customer's field to whole numbers and dies in the middle of it.
 * Arguments: the tenant, the field, and after how many records.
 */
final class DyingConverter {

  private DyingConverter() {}

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
                          beans
                              .select(ConvertField.class)
                              .get()
                              .convert(
                                  "customer", key, FieldWorld.json("{'type': 'integer'}"), false);
                          ShowField shown = beans.select(ShowField.class).get();
                          while (shown.show("customer", key).work().done() < records) {
                            Thread.onSpinWait();
                          }
                          DyingNode.die();
                          return null;
                        }));
  }
}

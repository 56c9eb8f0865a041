package app.quen.field;

import app.quen.access.Access;
import app.quen.access.Actor;
import app.quen.tenant.TenantId;
import app.quen.tenant.Tenants;
import app.quen.testing.DyingNode;
import java.util.Set;

/**
 * A node that works on all values of a customer's field and dies in the middle of it. Arguments:
 * the tenant, the field, after how many records, and what it does: {@link #CONVERT} or {@link
 * #SEAL}.
 */
final class DyingFieldWork {

  /** Moves the values to whole numbers. */
  static final String CONVERT = "convert";

  /** Encrypts the values. */
  static final String SEAL = "seal";

  private DyingFieldWork() {}

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
                          if (arguments[3].equals(CONVERT)) {
                            beans
                                .select(ConvertField.class)
                                .get()
                                .convert(
                                    "customer", key, FieldWorld.json("{'type': 'integer'}"), false);
                          } else {
                            beans
                                .select(ReviseField.class)
                                .get()
                                .revise(
                                    "customer",
                                    key,
                                    FieldWorld.json("{'sensitivity': 'sensitive'}"),
                                    shown.show("customer", key).version());
                          }
                          while (shown.show("customer", key).work().done() < records) {
                            Thread.onSpinWait();
                          }
                          DyingNode.die();
                          return null;
                        }));
  }
}

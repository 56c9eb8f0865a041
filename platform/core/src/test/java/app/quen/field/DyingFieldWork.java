package app.quen.field;

import app.quen.access.DyingSystem;
import app.quen.tenant.TenantId;

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
    String key = arguments[1];
    long records = Long.parseLong(arguments[2]);
    DyingSystem.work(
        TenantId.of(arguments[0]),
        beans -> {
          ShowField shown = beans.select(ShowField.class).get();
          if (arguments[3].equals(CONVERT)) {
            beans
                .select(ConvertField.class)
                .get()
                .convert("customer", key, FieldWorld.json("{'type': 'integer'}"), false);
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
          return () -> shown.show("customer", key).work().done() >= records;
        });
  }
}

package app.quen.bulk;

import app.quen.access.DyingSystem;
import app.quen.tenant.TenantId;
import java.util.UUID;

/**
 * A node that starts a bulk edit, or the undoing of one, and dies in the middle of it. Arguments:
 * the tenant, the bulk edit, {@code edit} or {@code undo}, and after how many customers.
 */
final class DyingEditor {

  private DyingEditor() {}

  public static void main(String[] arguments) {
    UUID edit = UUID.fromString(arguments[1]);
    long customers = Long.parseLong(arguments[3]);
    DyingSystem.work(
        TenantId.of(arguments[0]),
        beans -> {
          UUID run =
              arguments[2].equals("edit")
                  ? beans.select(StartBulk.class).get().start(edit).id()
                  : beans.select(UndoBulk.class).get().undo(edit).id();
          ShowBulk shown = beans.select(ShowBulk.class).get();
          return () -> shown.show(run).progress().done() >= customers;
        });
  }
}

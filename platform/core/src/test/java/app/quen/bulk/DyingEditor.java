package app.quen.bulk;

import app.quen.access.Access;
import app.quen.access.Actor;
import app.quen.tenant.TenantId;
import app.quen.tenant.Tenants;
import app.quen.testing.DyingNode;
import java.util.Set;
import java.util.UUID;

/**
 * A node that starts a bulk edit, or the undoing of one, and dies in the middle of it. Arguments:
 * the tenant, the bulk edit, {@code edit} or {@code undo}, and after how many customers.
 */
final class DyingEditor {

  private DyingEditor() {}

  public static void main(String[] arguments) {
    TenantId tenant = TenantId.of(arguments[0]);
    UUID edit = UUID.fromString(arguments[1]);
    long customers = Long.parseLong(arguments[3]);
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
                          UUID run =
                              arguments[2].equals("edit")
                                  ? beans.select(StartBulk.class).get().start(edit).id()
                                  : beans.select(UndoBulk.class).get().undo(edit).id();
                          ShowBulk shown = beans.select(ShowBulk.class).get();
                          while (shown.show(run).progress().done() < customers) {
                            Thread.onSpinWait();
                          }
                          DyingNode.die();
                          return null;
                        }));
  }
}

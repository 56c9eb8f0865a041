package app.quen.importing;

import app.quen.access.Access;
import app.quen.access.Actor;
import app.quen.tenant.TenantId;
import app.quen.tenant.Tenants;
import app.quen.testing.DyingNode;
import java.util.Set;
import java.util.UUID;

/**
 * A node that starts an import and dies in the middle of it, as by kill -9. Arguments: the tenant,
 * the import, and after how many rows.
 */
final class DyingImporter {

  private DyingImporter() {}

  public static void main(String[] arguments) {
    TenantId tenant = TenantId.of(arguments[0]);
    UUID id = UUID.fromString(arguments[1]);
    long rows = Long.parseLong(arguments[2]);
    var beans = DyingNode.start();
    Tenants tenants = beans.select(Tenants.class).get();
    Access access = beans.select(Access.class).get();
    tenants.callAs(
        tenant,
        () ->
            access.callAs(
                Actor.SYSTEM,
                Set.of("*"),
                () -> {
                  beans.select(StartImport.class).get().start(id);
                  ShowImport shown = beans.select(ShowImport.class).get();
                  while (shown.show(id).progress().rowsDone() < rows) {
                    Thread.onSpinWait();
                  }
                  DyingNode.die();
                  return null;
                }));
  }
}

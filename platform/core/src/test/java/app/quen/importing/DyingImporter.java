package app.quen.importing;

import app.quen.access.DyingSystem;
import app.quen.tenant.TenantId;
import java.util.UUID;

/**
 * A node that starts an import and dies in the middle of it, as by kill -9. Arguments: the tenant,
 * the import, and after how many rows.
 */
final class DyingImporter {

  private DyingImporter() {}

  public static void main(String[] arguments) {
    UUID id = UUID.fromString(arguments[1]);
    long rows = Long.parseLong(arguments[2]);
    DyingSystem.work(
        TenantId.of(arguments[0]),
        beans -> {
          beans.select(StartImport.class).get().start(id);
          ShowImport shown = beans.select(ShowImport.class).get();
          return () -> shown.show(id).progress().rowsDone() >= rows;
        });
  }
}

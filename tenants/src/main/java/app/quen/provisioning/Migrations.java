package app.quen.provisioning;

import app.quen.cell.Cells;
import app.quen.cell.Definitions;
import app.quen.control.ControlSchema;
import app.quen.tenant.Tenant;
import app.quen.tenant.TenantRow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings schemas to the newest version, as the database user that owns them. */
@ApplicationScoped
public class Migrations {

  private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);

  @Inject Cells cells;
  @Inject ControlSchema control;

  @Inject
  @ConfigProperty(name = "quen.migrations.tenant", defaultValue = "db/tenant")
  String tenantFolder;

  public void migrateControl() {
    migrate(cells.owner(Cells.MAIN), Cells.CONTROL_SCHEMA, "db/control", Map.of());
  }

  /** Migrates one tenant's schema, and notes its version in the control schema. */
  String migrate(Tenant tenant) {
    var id = tenant.id();
    var version =
        migrate(
            cells.owner(tenant.cell()),
            id.schema(),
            tenantFolder,
            Map.of(
                "audit",
                id.auditSchema(),
                "audit.pattern",
                Definitions.pattern(id.auditSchema()),
                "role",
                id.role()));
    control.run(
        sql ->
            sql.createUpdate("UPDATE tenant SET schema_version = :version WHERE id = :id")
                .bind("version", version)
                .bind("id", tenant.id().value())
                .execute());
    return version;
  }

  /**
   * Migrates every tenant that is not at the newest version, which the first one that is looked at
   * tells. One that fails is logged and does not stop the others.
   */
  public void migrateTenants() {
    @Nullable String newest = null;
    for (var candidate : candidates()) {
      if (newest == null || !newest.equals(candidate.version())) {
        try {
          newest = migrate(candidate.tenant());
        } catch (RuntimeException e) {
          LOG.error(
              "The schema of {} stays at version {}: its migration failed",
              candidate.tenant().slug(),
              candidate.version(),
              e);
        }
      }
    }
  }

  private record Candidate(Tenant tenant, @Nullable String version) {}

  private List<Candidate> candidates() {
    return control.call(
        sql ->
            sql.createQuery(
                    "SELECT "
                        + TenantRow.COLUMNS
                        + ", t.schema_version FROM tenant t WHERE t.state <> 'PROVISIONING'"
                        + " ORDER BY t.id")
                .map(
                    (row, context) ->
                        new Candidate(TenantRow.map(row, context), row.getString("schema_version")))
                .list());
  }

  private static String migrate(
      DataSource owner, String schema, String folder, Map<String, String> names) {
    var result =
        Flyway.configure(Migrations.class.getClassLoader())
            .dataSource(owner)
            .defaultSchema(schema)
            .schemas(schema)
            .createSchemas(false)
            .locations("classpath:" + folder)
            .validateMigrationNaming(true)
            .placeholders(names)
            .load()
            .migrate();
    return result.targetSchemaVersion != null
        ? result.targetSchemaVersion
        : result.initialSchemaVersion;
  }
}

package app.quen.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.quen.provisioning.Migrations;
import app.quen.tenant.Tenant;
import app.quen.tenant.TenantId;
import app.quen.tenant.Tenants;
import app.quen.testing.EmbeddedDatabase;
import app.quen.testing.MariaDb;
import app.quen.testing.World;
import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the database lets the application do with a trail. */
@ExtendWith(EmbeddedDatabase.class)
class TrailRightsTest {

  private static final List<String> BENDING =
      List.of(
          "UPDATE $.audit_entry SET why = 'x'",
          "DELETE FROM $.audit_entry",
          "REPLACE INTO $.audit_entry SELECT * FROM $.audit_entry",
          "INSERT INTO $.audit_entry SELECT * FROM $.audit_entry ON DUPLICATE KEY UPDATE why = 'x'",
          "TRUNCATE TABLE $.audit_entry",
          "DROP TABLE $.audit_entry",
          "ALTER TABLE $.audit_entry ADD COLUMN x INT",
          "RENAME TABLE $.audit_entry TO $.other",
          "CREATE TABLE $.other (i INT)",
          "CREATE TRIGGER $.t BEFORE INSERT ON $.audit_entry FOR EACH ROW SET NEW.why = 'x'",
          "DROP DATABASE $",
          "UPDATE $.audit_checkpoint SET seq = 0",
          "DELETE FROM $.audit_checkpoint",
          "SELECT * FROM quen_control.seal",
          "SELECT * FROM quen_control.seal_key");

  static World world;
  static TrailWorld trails;

  @BeforeAll
  static void open() {
    world = World.open();
    trails = new TrailWorld(world);
  }

  @AfterAll
  static void close() {
    world.close();
  }

  @Test
  void theWorkspacesRoleReadsAndAddsAndNothingElse(MariaDb database) throws SQLException {
    trails.register(world.a(), "Hoa");
    mayOnlyAdd(database, world.a());
    assertThat(trails.verify(world.a()).entries()).isEqualTo(1);
  }

  @Test
  void anotherWorkspacesTrailIsNotEvenRead(MariaDb database) {
    trails.register(world.b(), "Nam");
    refused(database, world.a(), "SELECT * FROM " + world.b().id().auditSchema() + ".audit_entry");
    refused(
        database,
        world.a(),
        "INSERT INTO "
            + world.b().id().auditSchema()
            + ".audit_checkpoint VALUES (1, '', now(), '')");
  }

  @Test
  void aWorkspaceFromBeforeTheTrailGetsOneWithTheSameRights(MariaDb database) throws SQLException {
    var older = ofBefore(database);
    var other = world.another("other");

    world.bean(Migrations.class).migrateTenants();

    trails.register(older, "Hoa");
    mayOnlyAdd(database, older);
    assertThat(trails.verify(older).entries()).isEqualTo(1);
    assertThat(trails.verify(other).entries()).isZero();
  }

  /** As the release before made one. */
  private static Tenant ofBefore(MariaDb database) throws SQLException {
    var id = new TenantId(UuidCreator.getTimeOrderedEpoch());
    String pattern = id.schema().replace("_", "\\_");
    try (var root = database.root();
        var statement = root.createStatement()) {
      for (String each :
          List.of(
              "CREATE DATABASE " + id.schema() + " CHARACTER SET utf8mb4",
              "CREATE ROLE " + id.role(),
              "GRANT SELECT, INSERT, UPDATE, DELETE ON `" + pattern + "`.* TO " + id.role(),
              "GRANT " + id.role() + " TO quen_app@'%'",
              "INSERT INTO quen_control.tenant (id, slug, name, industry, language, state, cell,"
                  + " schema_version, created_at) VALUES ('"
                  + id
                  + "', 'before-"
                  + id.value().toString().substring(24)
                  + "', 'Before', 'other', 'vi', 'ACTIVE', 'main', '10', NOW())")) {
        statement.execute(each);
      }
    }
    Flyway.configure()
        .dataSource(database.url() + id.schema() + "?user=root", null, null)
        .defaultSchema(id.schema())
        .locations("classpath:db/tenant")
        .target("10")
        .load()
        .migrate();
    return world.bean(Tenants.class).find(id).orElseThrow();
  }

  private static void mayOnlyAdd(MariaDb database, Tenant tenant) throws SQLException {
    try (var app = database.as("quen_app");
        var statement = app.createStatement()) {
      statement.execute("SET ROLE `" + tenant.id().role() + "`");
      statement.execute("SELECT COUNT(*) FROM " + tenant.id().auditSchema() + ".audit_entry");
    }
    for (String statement : BENDING) {
      refused(database, tenant, statement.replace("$", tenant.id().auditSchema()));
    }
  }

  private static void refused(MariaDb database, Tenant tenant, String attempt) {
    assertThatThrownBy(
            () -> {
              try (var app = database.as("quen_app");
                  var statement = app.createStatement()) {
                statement.execute("SET ROLE `" + tenant.id().role() + "`");
                statement.execute(attempt);
              }
            })
        .as(attempt)
        .isInstanceOf(SQLException.class)
        .hasMessageMatching("(?s).*denied.*");
  }
}

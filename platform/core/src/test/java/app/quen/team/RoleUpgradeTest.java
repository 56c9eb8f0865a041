package app.quen.team;

import static org.assertj.core.api.Assertions.assertThat;

import app.quen.testing.EmbeddedDatabase;
import app.quen.testing.MariaDb;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The roles of a workspace that is older than roles as data. */
@ExtendWith(EmbeddedDatabase.class)
class RoleUpgradeTest {

  private static final String SCHEMA = "t_before_roles";

  @Test
  void whoSawAFieldBeforeSeesItStill(MariaDb database) throws SQLException {
    try (Connection root = database.root();
        var statement = root.createStatement()) {
      statement.execute("CREATE DATABASE " + SCHEMA + " CHARACTER SET utf8mb4");
      statement.execute("CREATE ROLE " + SCHEMA);
    }
    String url = database.url() + SCHEMA + "?user=root&sessionVariables=sql_mode=''";
    migrate(url, "11");
    try (Connection older = DriverManager.getConnection(url);
        var sql = older.createStatement()) {
      sql.execute(
          "INSERT INTO field (record_type, owner, field_key, position, type, definition, visible,"
              + " retired) VALUES ('customer', 'workspace', 'workspace.note', 1, 'TEXT', '{}',"
              + " TRUE, FALSE), ('order', 'workspace', 'workspace.gift', 1, 'TEXT', '{}', TRUE,"
              + " FALSE)");

      migrate(url, "latest");

      for (String role : new String[] {"administrator", "manager", "sales"}) {
        assertThat(access(older, role, "customer/workspace.note")).as(role).isEqualTo("write");
        assertThat(access(older, role, "order/workspace.gift")).as(role).isEqualTo("write");
      }
      assertThat(access(older, "viewer", "customer/workspace.note")).isEqualTo("read");
      assertThat(access(older, "viewer", "customer/*")).isEqualTo("read");
      assertThat(access(older, "marketing", "customer/workspace.note")).isNull();
      assertThat(access(older, "marketing", "customer/phones")).isEqualTo("masked");
    }
  }

  private static String access(Connection sql, String role, String key) throws SQLException {
    try (var query =
        sql.prepareStatement("SELECT JSON_VALUE(fields, ?) FROM role WHERE role_key = ?")) {
      query.setString(1, "$.\"" + key + "\"");
      query.setString(2, role);
      try (var row = query.executeQuery()) {
        assertThat(row.next()).as(role).isTrue();
        return row.getString(1);
      }
    }
  }

  private static void migrate(String url, String target) {
    Flyway.configure()
        .dataSource(url, null, null)
        .defaultSchema(SCHEMA)
        .locations("classpath:db/tenant")
        .placeholders(
            Map.of("audit", SCHEMA + "_audit", "audit.pattern", SCHEMA + "_audit", "role", SCHEMA))
        .target(target)
        .load()
        .migrate();
  }
}

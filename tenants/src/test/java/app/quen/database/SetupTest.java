package app.quen.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.quen.testing.EmbeddedDatabase;
import app.quen.testing.MariaDb;
import app.quen.testing.World;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The three database users may do what they are for, and no more. */
@ExtendWith(EmbeddedDatabase.class)
class SetupTest {

  static World world;

  @BeforeAll
  static void open() {
    world = World.open();
  }

  @AfterAll
  static void close() {
    world.close();
  }

  static void refused(MariaDb database, String user, String statement) {
    assertThatThrownBy(
            () -> {
              try (var connection = database.as(user)) {
                connection.createStatement().execute(statement);
              }
            })
        .as(user + ": " + statement)
        .isInstanceOf(SQLException.class)
        .hasMessageMatching("(?s).*(denied|Invalid role).*");
  }

  static List<String> grants(MariaDb database, String user) throws SQLException {
    List<String> grants = new ArrayList<>();
    try (var connection = database.root();
        var rows = connection.createStatement().executeQuery("SHOW GRANTS FOR " + user)) {
      while (rows.next()) {
        grants.add(rows.getString(1).replaceAll(" IDENTIFIED BY PASSWORD '.*'", ""));
      }
    }
    return grants;
  }

  @Test
  void theApplicationHasNoRightButItsTenantsRoles(MariaDb database) throws SQLException {
    assertThat(grants(database, "quen_app@'%'"))
        .filteredOn(grant -> !grant.startsWith("GRANT `r_"))
        .containsExactly("GRANT USAGE ON *.* TO `quen_app`@`%`");
    refused(database, "quen_app", "SELECT * FROM quen_control.account");
    refused(database, "quen_app", "SELECT * FROM " + world.a().id().schema() + ".probe");
    refused(database, "quen_app", "SELECT * FROM mysql.user");
    refused(database, "quen_app", "CREATE DATABASE t_x");
  }

  @Test
  void theControlUserSeesTheControlSchemaOnly(MariaDb database) throws SQLException {
    assertThat(grants(database, "quen_control@'%'"))
        .containsExactlyInAnyOrder(
            "GRANT USAGE ON *.* TO `quen_control`@`%`",
            "GRANT SELECT, INSERT, UPDATE, DELETE ON `quen\\_control`.* TO `quen_control`@`%`");
    refused(database, "quen_control", "SELECT * FROM " + world.a().id().schema() + ".probe");
    refused(database, "quen_control", "SET ROLE " + world.a().id().role());
    refused(database, "quen_control", "CREATE TABLE quen_control.x (i INT)");
  }

  @Test
  void theOwnerReachesTenantsAndTheControlSchemaButNothingElse(MariaDb database) {
    refused(database, "quen_owner", "SELECT * FROM mysql.user");
    refused(database, "quen_owner", "CREATE DATABASE other");
    refused(database, "quen_owner", "CREATE TABLE mysql.x (i INT)");
    refused(database, "quen_owner", "GRANT SELECT ON *.* TO quen_app@'%'");
    refused(database, "quen_owner", "GRANT SELECT ON quen_control.* TO quen_app@'%'");
  }

  @Test
  void aTenantsRoleReachesItsSchemaAndCannotDefine(MariaDb database) throws SQLException {
    var role = world.a().id().role();
    assertThat(grants(database, role))
        .containsExactlyInAnyOrder(
            "GRANT USAGE ON *.* TO `" + role + "`",
            "GRANT SELECT, INSERT, UPDATE, DELETE ON `"
                + world.a().id().schema().replace("_", "\\_")
                + "`.* TO `"
                + role
                + "`");
  }
}

package app.quen.source;

import static org.assertj.core.api.Assertions.assertThat;

import app.quen.testing.EmbeddedDatabase;
import app.quen.testing.MariaDb;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Records of a workspace that is older than the rule that each has a source. */
@ExtendWith(EmbeddedDatabase.class)
class SourceUpgradeTest {

  private static final String SCHEMA = "t_older";

  @Test
  void whatWasThereBeforeGetsTheSourceThatIsKnownOfIt(MariaDb database) throws SQLException {
    try (Connection root = database.root();
        var statement = root.createStatement()) {
      statement.execute("CREATE DATABASE " + SCHEMA + " CHARACTER SET utf8mb4");
    }
    String url = database.url() + SCHEMA + "?user=root&sessionVariables=sql_mode=''";
    migrate(url, "9");
    try (Connection older = DriverManager.getConnection(url)) {
      UUID none = UUID.randomUUID();
      order(older, "a", "import", "MEMBER", none);
      order(older, "b", "form", "MEMBER", null);
      order(older, "c", "api", "API_KEY", null);
      order(older, "d", "form", "MEMBER", SourceKind.PLUGIN.standard());
      record(older, "interaction", "MEMBER", null);
      record(older, "interaction", "API_KEY", null);
      record(older, "feedback", "PLUGIN", null);
      record(older, "feedback", "SYSTEM", UUID.randomUUID());

      migrate(url, "10");

      assertThat(source(older, "sales_order", "number = 'a'")).isEqualTo(SourceKind.IMPORT);
      assertThat(source(older, "sales_order", "number = 'b'")).isEqualTo(SourceKind.MANUAL);
      assertThat(source(older, "sales_order", "number = 'c'")).isEqualTo(SourceKind.API);
      assertThat(source(older, "sales_order", "number = 'd'"))
          .as("which it had")
          .isEqualTo(SourceKind.PLUGIN);
      assertThat(source(older, "interaction", "created_by_kind = 'MEMBER'"))
          .isEqualTo(SourceKind.MANUAL);
      assertThat(source(older, "interaction", "created_by_kind = 'API_KEY'"))
          .isEqualTo(SourceKind.API);
      assertThat(source(older, "feedback", "created_by_kind = 'PLUGIN'"))
          .isEqualTo(SourceKind.PLUGIN);
      assertThat(source(older, "feedback", "answer_key IS NOT NULL")).isEqualTo(SourceKind.FORM);
    }
  }

  private static void migrate(String url, String target) {
    Flyway.configure()
        .dataSource(url, null, null)
        .defaultSchema(SCHEMA)
        .locations("classpath:db/tenant")
        .target(target)
        .load()
        .migrate();
  }

  /** Columns that are not named are empty: the session is not strict. */
  private static void order(
      Connection sql, String number, String way, String by, @Nullable UUID source)
      throws SQLException {
    try (var insert =
        sql.prepareStatement(
            "INSERT INTO sales_order (id, number, number_key, history, created_by_kind, source_id)"
                + " VALUES (?, ?, ?, ?, ?, ?)")) {
      insert.setString(1, UUID.randomUUID().toString());
      insert.setString(2, number);
      insert.setString(3, number);
      insert.setString(4, "[{\"source\": {\"kind\": \"" + way + "\"}}]");
      insert.setString(5, by);
      insert.setString(6, source == null ? null : source.toString());
      insert.execute();
    }
  }

  private static void record(Connection sql, String table, String by, @Nullable UUID answerKey)
      throws SQLException {
    String key = table.equals("feedback") ? ", answer_key" : "";
    try (var insert =
        sql.prepareStatement(
            "INSERT INTO %s (id, customer_id, created_by_kind%s) VALUES (?, ?, ?%s)"
                .formatted(table, key, key.isEmpty() ? "" : ", ?"))) {
      insert.setString(1, UUID.randomUUID().toString());
      insert.setString(2, UUID.randomUUID().toString());
      insert.setString(3, by);
      if (!key.isEmpty()) {
        insert.setString(4, answerKey == null ? null : answerKey.toString());
      }
      insert.execute();
    }
  }

  private static SourceKind source(Connection sql, String table, String where) throws SQLException {
    try (var statement = sql.createStatement();
        var rows =
            statement.executeQuery(
                "SELECT s.kind FROM %s r JOIN source s ON s.id = r.source_id WHERE r.%s"
                    .formatted(table, where))) {
      assertThat(rows.next()).as(table + " " + where).isTrue();
      return SourceKind.of(rows.getString(1)).orElseThrow();
    }
  }
}

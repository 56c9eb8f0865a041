package app.quen.cell;

import java.sql.SQLException;
import javax.sql.DataSource;

/** Statements that make or change schemas and roles. */
public final class Definitions {

  private Definitions() {}

  /** The schema's name for GRANT, which takes it for a pattern: an underscore is any character. */
  public static String pattern(String schema) {
    return schema.replace("_", "\\_");
  }

  /** Runs them one after the other, each in its own transaction, exactly as written. */
  public static void execute(DataSource owner, String... statements) {
    try (var connection = owner.getConnection();
        var statement = connection.createStatement()) {
      for (var definition : statements) {
        try {
          statement.execute(definition);
        } catch (SQLException e) {
          throw new IllegalStateException("the database refused: " + definition, e);
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the database does not answer", e);
    }
  }
}

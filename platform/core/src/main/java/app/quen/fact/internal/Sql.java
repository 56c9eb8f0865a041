package app.quen.fact.internal;

import app.quen.database.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collections;

/** Pieces of SQL text and values that the stores here share. */
final class Sql {

  private Sql() {}

  /** {@code (?,?),(?,?)}: placeholders for a multi-row VALUES. */
  static String rows(int rows, int columns) {
    String row = "(" + String.join(",", Collections.nCopies(columns, "?")) + ")";
    return String.join(",", Collections.nCopies(rows, row));
  }

  /**
   * DATETIME columns hold UTC; as a local time it is independent of the zones of JVM and server.
   */
  static Instant instant(ResultSet row, String column) throws SQLException {
    return Utc.at(row, column);
  }
}

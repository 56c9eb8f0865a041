package app.quen.database;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.StringJoiner;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.ParsedSql;
import org.jdbi.v3.core.statement.SqlParser;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.StatementCustomizer;
import org.jspecify.annotations.Nullable;

/**
 * Statements handed to the driver as they are: for long ones, such as an insert of many rows or a
 * list of ids, and for those that every page needs. JDBI would parse each, remember its text, and
 * look up how each value is bound, which costs more than the work.
 */
public final class PlainSql {

  private static final SqlParser AS_IT_IS =
      new SqlParser() {
        @Override
        public ParsedSql parse(String sql, StatementContext context) {
          return ParsedSql.builder().append(sql).build();
        }

        @Override
        public String nameParameter(String name, StatementContext context) {
          return "?";
        }
      };

  private static final HexFormat HEX = HexFormat.of();

  private PlainSql() {}

  /**
   * @param values for the question marks, in their order
   * @return how many rows were changed, as the database counts them
   */
  public static int execute(Handle sql, String statement, List<? extends @Nullable Object> values) {
    try (var update = sql.createUpdate(statement)) {
      update.configure(SqlStatements.class, statements -> statements.setSqlParser(AS_IT_IS));
      update.addCustomizer(
          new StatementCustomizer() {
            @Override
            public void beforeExecution(PreparedStatement prepared, StatementContext context)
                throws SQLException {
              int position = 1;
              for (Object value : values) {
                set(prepared, position++, value);
              }
            }
          });
      return update.execute();
    }
  }

  /** What is done with each row of an answer. */
  @FunctionalInterface
  public interface RowReader {
    void read(ResultSet row) throws SQLException;
  }

  /**
   * Reads what belongs to the ids.
   *
   * @param query with <code>%s</code> where the list of ids stands
   * @param ids at least one
   */
  public static void read(Handle sql, String query, Collection<UUID> ids, RowReader reader) {
    // as bytes, which the database need not read as the text of a UUID; it does so once for each id
    StringJoiner list = new StringJoiner("',x'", "x'", "'");
    ids.forEach(
        id ->
            list.add(
                HEX.toHexDigits(id.getMostSignificantBits())
                    + HEX.toHexDigits(id.getLeastSignificantBits())));
    String statement = query.formatted(list);
    try (var reading = sql.getConnection().createStatement();
        ResultSet rows = reading.executeQuery(statement)) {
      while (rows.next()) {
        reader.read(rows);
      }
    } catch (SQLException e) {
      throw new Unread(query, e);
    }
  }

  /**
   * @param values for the question marks, in their order
   */
  public static void select(
      Handle sql, String query, List<? extends @Nullable Object> values, RowReader reader) {
    try (var reading = sql.getConnection().prepareStatement(query)) {
      int position = 1;
      for (Object value : values) {
        set(reading, position++, value);
      }
      try (ResultSet rows = reading.executeQuery()) {
        while (rows.next()) {
          reader.read(rows);
        }
      }
    } catch (SQLException e) {
      throw new Unread(query, e);
    }
  }

  /** The database did not answer a query. */
  private static final class Unread extends JdbiException {
    Unread(String query, SQLException cause) {
      super(cause.getMessage() + " [" + query + "]", cause);
    }
  }

  /** Without the look-up of how a value is bound, which costs more than the binding. */
  public static void set(PreparedStatement prepared, int position, @Nullable Object value)
      throws SQLException {
    switch (value) {
      case null -> prepared.setNull(position, Types.VARCHAR);
      case String text -> prepared.setString(position, text);
      case UUID id -> prepared.setString(position, id.toString());
      case Integer number -> prepared.setInt(position, number);
      case Long number -> prepared.setLong(position, number);
      case Boolean flag -> prepared.setBoolean(position, flag);
      default -> prepared.setObject(position, value);
    }
  }
}

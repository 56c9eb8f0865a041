package app.quen.customer.internal;

import app.quen.access.WithoutSight;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.statement.ParsedSql;
import org.jdbi.v3.core.statement.SqlParser;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.StatementCustomizer;
import org.jspecify.annotations.Nullable;

/** Rows for one table, written by few statements of many rows each. */
@WithoutSight(because = "it only writes")
final class Insert {

  private static final int ROWS = 500;

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

  private final String head;
  private final String tail;
  private final String row;
  private final int columns;
  private final List<@Nullable Object> values = new ArrayList<>();

  Insert(String table, String... columns) {
    this("", table, columns);
  }

  private Insert(String tail, String table, String... columns) {
    this.head = "INSERT INTO " + table + " (" + String.join(", ", columns) + ") VALUES ";
    this.tail = tail;
    this.row = "(" + String.join(",", Collections.nCopies(columns.length, "?")) + ")";
    this.columns = columns.length;
  }

  /** Rows whose primary key is there already are overwritten as {@code tail} says. */
  static Insert orUpdate(String tail, String table, String... columns) {
    return new Insert(" ON DUPLICATE KEY UPDATE " + tail, table, columns);
  }

  void add(@Nullable Object... row) {
    if (row.length != columns) {
      throw new IllegalArgumentException(row.length + " values for " + columns + " columns");
    }
    Collections.addAll(values, row);
  }

  /** Sets the parameters itself: JDBI's way of parsing and binding costs a third of an import. */
  void run(Handle sql) {
    int rows = values.size() / columns;
    for (int from = 0; from < rows; from += ROWS) {
      int count = Math.min(ROWS, rows - from);
      int first = from * columns;
      try (var update =
          sql.createUpdate(head + String.join(",", Collections.nCopies(count, row)) + tail)) {
        update.configure(SqlStatements.class, statements -> statements.setSqlParser(AS_IT_IS));
        update.addCustomizer(
            new StatementCustomizer() {
              @Override
              public void beforeExecution(PreparedStatement statement, StatementContext context)
                  throws SQLException {
                for (int i = 0; i < count * columns; i++) {
                  set(statement, i + 1, values.get(first + i));
                }
              }
            });
        update.execute();
      }
    }
  }

  private static void set(PreparedStatement statement, int position, @Nullable Object value)
      throws SQLException {
    switch (value) {
      case null -> statement.setNull(position, Types.VARCHAR);
      case String text -> statement.setString(position, text);
      case UUID id -> statement.setString(position, id.toString());
      case Integer number -> statement.setInt(position, number);
      case Boolean flag -> statement.setBoolean(position, flag);
      default -> statement.setObject(position, value);
    }
  }

  /** Spares the look-up of how a value is bound, which costs more than the binding. */
  record Value(@Nullable Object value) implements Argument {

    @Override
    public void apply(int position, PreparedStatement statement, StatementContext context)
        throws SQLException {
      set(statement, position, value);
    }
  }
}

package app.quen.customer.internal;

import app.quen.access.WithoutSight;
import app.quen.database.PlainSql;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Rows for one table, written by few statements of many rows each. */
@WithoutSight(because = "it only writes")
final class Insert {

  private static final int ROWS = 500;

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

  void run(Handle sql) {
    int rows = values.size() / columns;
    for (int from = 0; from < rows; from += ROWS) {
      int count = Math.min(ROWS, rows - from);
      PlainSql.execute(
          sql,
          head + String.join(",", Collections.nCopies(count, row)) + tail,
          values.subList(from * columns, (from + count) * columns));
    }
  }

  /** Spares the look-up of how a value is bound, which costs more than the binding. */
  record Value(@Nullable Object value) implements Argument {

    @Override
    public void apply(int position, PreparedStatement statement, StatementContext context)
        throws SQLException {
      PlainSql.set(statement, position, value);
    }
  }
}

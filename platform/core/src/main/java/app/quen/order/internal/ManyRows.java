package app.quen.order.internal;

import app.quen.access.WithoutSight;
import app.quen.database.PlainSql;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Rows for one table, written by few statements of many rows each. */
@WithoutSight(because = "it only writes")
final class ManyRows {

  private static final int ROWS = 500;

  private final String head;
  private final String row;
  private final int columns;
  private final List<@Nullable Object> values = new ArrayList<>();

  ManyRows(String table, String... columns) {
    this.head = "INSERT INTO " + table + " (" + String.join(", ", columns) + ") VALUES ";
    this.row = "(" + String.join(",", Collections.nCopies(columns.length, "?")) + ")";
    this.columns = columns.length;
  }

  void add(@Nullable Object... row) {
    if (row.length != columns) {
      throw new IllegalArgumentException(row.length + " values for " + columns + " columns");
    }
    Collections.addAll(values, row);
  }

  void insert(Handle sql) {
    int rows = values.size() / columns;
    for (int from = 0; from < rows; from += ROWS) {
      int count = Math.min(ROWS, rows - from);
      PlainSql.execute(
          sql,
          head + String.join(",", Collections.nCopies(count, row)),
          values.subList(from * columns, (from + count) * columns));
    }
  }
}

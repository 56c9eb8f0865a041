package app.quen.launcher.bench;

import app.quen.launcher.Steps;
import app.quen.launcher.instance.Database;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * The baseline of an import: what it has written, read back, and written once more by multi-row
 * INSERTs into tables of the same form, as fast as one connection can.
 */
final class SameRows {
  private static final String COPY = "quen_bench";
  private static final int ROWS_A_STATEMENT = 500;
  private static final int STATEMENTS_A_COMMIT = 4;

  private final Database database;
  private final String schema;
  private final Steps steps;

  SameRows(Database database, String schema, Steps steps) {
    this.database = database;
    this.schema = schema;
    this.steps = steps;
  }

  /** Only the time in INSERT and COMMIT counts, for all tables and for customer alone. */
  record Result(long rows, long customers, double seconds, double customerSeconds) {}

  Result insert() throws SQLException, IOException {
    try (Connection root = database.asRoot()) {
      return insert(filled(root), "");
    }
  }

  /**
   * @param rowsOf which rows of each table: its first {@code %s} is the key of the table's orders,
   *     the second the schema; empty: all
   */
  Result insert(List<String> tables, String rowsOf) throws SQLException, IOException {
    long rows = 0;
    double seconds = 0;
    double customer = 0;
    long customers = 0;
    try (Connection root = database.asRoot();
        Statement statement = root.createStatement()) {
      statement.execute("CREATE DATABASE " + COPY);
      for (String table : tables) {
        String where =
            rowsOf.isEmpty()
                ? ""
                : rowsOf.formatted(table.equals("sales_order") ? "id" : "order_id", schema);
        statement.execute("CREATE TABLE %s.%s LIKE %s.%s".formatted(COPY, table, schema, table));
        long before = rows;
        double took;
        try (Connection writer = database.asRoot()) {
          writer.setAutoCommit(false);
          long[] counted = {0};
          took = copy(root, writer, table, where, counted);
          rows += counted[0];
        }
        seconds += took;
        if (table.equals("customer")) {
          customers = rows - before;
          customer = took;
        }
        steps.say("%s: %d rows in %.1f s".formatted(table, rows - before, took));
      }
      statement.execute("DROP DATABASE " + COPY);
    }
    return new Result(rows, customers, seconds, customer);
  }

  /** The tables that hold rows, but for the import's own bookkeeping. */
  private List<String> filled(Connection root) throws SQLException {
    List<String> filled = new ArrayList<>();
    try (Statement statement = root.createStatement()) {
      List<String> all = new ArrayList<>();
      try (ResultSet rows =
          statement.executeQuery(
              "SELECT table_name FROM information_schema.tables WHERE table_schema = '"
                  + schema
                  + "' AND table_type = 'BASE TABLE' AND table_name NOT LIKE 'import%'"
                  + " AND table_name NOT LIKE 'flyway%' ORDER BY table_name")) {
        while (rows.next()) {
          all.add(rows.getString(1));
        }
      }
      for (String table : all) {
        try (ResultSet one =
            statement.executeQuery("SELECT 1 FROM %s.%s LIMIT 1".formatted(schema, table))) {
          if (one.next()) {
            filled.add(table);
          }
        }
      }
    }
    return filled;
  }

  private double copy(
      Connection reader, Connection writer, String table, String where, long[] counted)
      throws SQLException {
    List<String> columns = columns(reader, table);
    String names = String.join(", ", columns.stream().map(name -> "`" + name + "`").toList());
    String tuple = "(" + "?, ".repeat(columns.size() - 1) + "?)";
    String insert = "INSERT INTO %s.%s (%s) VALUES ".formatted(COPY, table, names);
    String full = insert + (tuple + ", ").repeat(ROWS_A_STATEMENT - 1) + tuple;
    long nanos = 0;
    try (Statement select =
            reader.createStatement(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY);
        PreparedStatement many = writer.prepareStatement(full)) {
      select.setFetchSize(1000);
      List<Object[]> batch = new ArrayList<>();
      int statements = 0;
      try (ResultSet rows =
          select.executeQuery("SELECT %s FROM %s.%s %s".formatted(names, schema, table, where))) {
        while (rows.next()) {
          Object[] row = new Object[columns.size()];
          for (int i = 0; i < row.length; i++) {
            row[i] = rows.getObject(i + 1);
          }
          batch.add(row);
          if (batch.size() == ROWS_A_STATEMENT) {
            nanos += write(many, batch);
            counted[0] += batch.size();
            batch.clear();
            if (++statements % STATEMENTS_A_COMMIT == 0) {
              nanos += commit(writer);
            }
          }
        }
      }
      if (!batch.isEmpty()) {
        String rest = insert + (tuple + ", ").repeat(batch.size() - 1) + tuple;
        try (PreparedStatement last = writer.prepareStatement(rest)) {
          nanos += write(last, batch);
          counted[0] += batch.size();
        }
      }
      nanos += commit(writer);
    }
    return nanos / 1e9;
  }

  private static long write(PreparedStatement statement, List<Object[]> batch) throws SQLException {
    int at = 1;
    for (Object[] row : batch) {
      for (Object value : row) {
        statement.setObject(at++, value);
      }
    }
    long began = System.nanoTime();
    statement.executeUpdate();
    return System.nanoTime() - began;
  }

  private static long commit(Connection writer) throws SQLException {
    long began = System.nanoTime();
    writer.commit();
    return System.nanoTime() - began;
  }

  /** Without those that the database makes itself. */
  private List<String> columns(Connection reader, String table) throws SQLException {
    List<String> columns = new ArrayList<>();
    try (Statement statement = reader.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT column_name FROM information_schema.columns WHERE table_schema = '"
                    + schema
                    + "' AND table_name = '"
                    + table
                    + "' AND (generation_expression IS NULL OR generation_expression = '')"
                    + " ORDER BY ordinal_position")) {
      while (rows.next()) {
        columns.add(rows.getString(1));
      }
    }
    return columns;
  }
}

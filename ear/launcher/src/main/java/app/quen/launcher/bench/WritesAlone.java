package app.quen.launcher.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The baseline of a write: the rows that the application writes for it, written by hand in one
 * transaction. They are copies of those of a customer that the application has made.
 */
final class WritesAlone {
  private final Stage stage;
  private final AtomicInteger serial = new AtomicInteger();

  WritesAlone(Stage stage) {
    this.stage = stage;
  }

  /** The rows of one table that belong to one customer, as texts. */
  private record Rows(String table, List<String> columns, List<List<String>> values) {

    static Rows of(Connection connection, String table, String key, String customer)
        throws SQLException {
      return of(
          connection, table, "SELECT * FROM %s WHERE %s = '%s'".formatted(table, key, customer));
    }

    /** As it was in the outbox, which it has left: the history has kept it. */
    static Rows fact(Connection connection, String customer) throws SQLException {
      return of(
          connection,
          "fact",
          "SELECT NULL AS seq, fact_id AS id, type, 'customer' AS record_type, customer_id AS"
              + " record_id, at, actor_kind, actor_id, actor_name, payload, 1 AS dispatched"
              + " FROM customer_history WHERE customer_id = '"
              + customer
              + "' LIMIT 1");
    }

    private static Rows of(Connection connection, String table, String query) throws SQLException {
      List<String> columns = new ArrayList<>();
      List<List<String>> values = new ArrayList<>();
      try (Statement statement = connection.createStatement();
          ResultSet row = statement.executeQuery(query)) {
        int all = row.getMetaData().getColumnCount();
        for (int i = 1; i <= all; i++) {
          columns.add(row.getMetaData().getColumnLabel(i));
        }
        while (row.next()) {
          List<String> texts = new ArrayList<>();
          for (int i = 1; i <= all; i++) {
            texts.add(row.getString(i));
          }
          values.add(texts);
        }
      }
      if (values.isEmpty()) {
        throw new IllegalStateException("no row: " + query);
      }
      return new Rows(table, columns, values);
    }

    /** Once more, for another customer. */
    void insert(Connection connection, String customer, String id) throws SQLException {
      String places = "(" + "?,".repeat(columns.size() - 1) + "?)";
      try (PreparedStatement insert =
          connection.prepareStatement(
              "INSERT INTO "
                  + table
                  + " VALUES "
                  + places
                  + ("," + places).repeat(values.size() - 1))) {
        int position = 1;
        for (List<String> row : values) {
          for (int i = 0; i < columns.size(); i++) {
            String value = row.get(i);
            String own =
                switch (columns.get(i)) {
                  case "seq" -> null;
                  case "external_id", "external_key" -> id;
                  default -> customer.equals(value) ? id : value;
                };
            insert.setString(position++, own);
          }
        }
        insert.executeUpdate();
      }
    }
  }

  Times create(int clients, int requests, String like) throws Exception {
    List<Rows> rows = new ArrayList<>();
    try (Connection connection = connection()) {
      rows.add(Rows.of(connection, "customer", "id", like));
      rows.add(Rows.of(connection, "customer_identifier", "customer_id", like));
      rows.add(Rows.of(connection, "customer_search", "customer_id", like));
      rows.add(Rows.fact(connection, like));
    }
    return measure(
        clients,
        requests,
        (connection, client) -> {
          String id = UUID.randomUUID().toString();
          for (Rows some : rows) {
            some.insert(connection, like, id);
          }
        });
  }

  Times edit(int clients, int requests, List<String> customers, String like) throws Exception {
    Rows facts;
    try (Connection connection = connection()) {
      facts = Rows.fact(connection, like);
    }
    return measure(
        clients,
        requests,
        (connection, client) -> {
          int number = serial.incrementAndGet();
          String id = customers.get(number % customers.size());
          try (PreparedStatement lock =
                  connection.prepareStatement("SELECT * FROM customer WHERE id = ? FOR UPDATE");
              PreparedStatement update =
                  connection.prepareStatement(
                      "UPDATE customer SET occupation = ?, version = version + 1, updated_at ="
                          + " NOW(6) WHERE id = ?")) {
            lock.setString(1, id);
            lock.executeQuery().close();
            update.setString(1, "Nghề " + number);
            update.setString(2, id);
            update.executeUpdate();
          }
          facts.insert(connection, like, id);
        });
  }

  private Connection connection() throws Exception {
    Connection connection = stage.database().asRoot();
    connection.setCatalog(stage.schema());
    return connection;
  }

  private interface Write {
    void run(Connection connection, int client) throws SQLException;
  }

  private Times measure(int clients, int requests, Write write) throws Exception {
    List<Connection> connections = new ArrayList<>();
    try {
      for (int i = 0; i < clients; i++) {
        Connection connection = connection();
        connection.setAutoCommit(false);
        connections.add(connection);
      }
      return Times.measure(
          clients,
          requests,
          number ->
              (Callable<?>)
                  () -> {
                    write.run(connections.get(number), number);
                    connections.get(number).commit();
                    return null;
                  });
    } finally {
      for (Connection connection : connections) {
        connection.close();
      }
    }
  }
}

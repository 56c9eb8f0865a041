package app.quen.launcher.bench;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The same answers as somebody would write them in SQL who knows the tables and needs neither
 * permissions nor JSON: every column is fetched, nothing is made of it.
 */
final class ByHand implements AutoCloseable {
  private static final int PAGE = 50;
  private final List<Connection> connections = new ArrayList<>();
  private final String tier;
  private final String newsletter;
  private final String points;

  ByHand(Stage stage) throws Exception {
    for (int i = 0; i < 8; i++) {
      Connection connection = stage.database().asRoot();
      connection.setCatalog(stage.schema());
      connections.add(connection);
    }
    tier = column("retail.loyalty_tier");
    newsletter = column("retail.newsletter");
    points = column("retail.points");
  }

  private String column(String field) throws SQLException {
    return "x_" + first("SELECT id FROM field WHERE field_key = ?", field);
  }

  private String first(String query, String parameter) throws SQLException {
    try (PreparedStatement statement = connections.getFirst().prepareStatement(query)) {
      statement.setString(1, parameter);
      try (ResultSet row = statement.executeQuery()) {
        if (!row.next()) {
          throw new IllegalStateException("nothing for " + parameter + ": " + query);
        }
        return row.getString(1);
      }
    }
  }

  /** The customers with the most orders. */
  List<String> busiest(int count) throws SQLException {
    return ids(
        connections.getFirst(),
        "SELECT customer_id FROM customer_rollup WHERE orders > 0 ORDER BY orders DESC LIMIT "
            + count);
  }

  Object once(int client, String name, Random random, List<String> busy) throws SQLException {
    Connection connection = connections.get(client);
    switch (name) {
      case "profile" -> profile(connection, busy.get(random.nextInt(busy.size())));
      case "list" ->
          page(
              connection,
              ids(
                  connection,
                  ("SELECT STRAIGHT_JOIN e.customer_id FROM customer_ext e FORCE INDEX (%1$s)"
                          + " JOIN customer c ON c.id = e.customer_id WHERE e.%1$s = 'gold'"
                          + " AND e.%2$s = 1 AND e.%3$s >= 200 AND c.archived = 0"
                          + " ORDER BY e.customer_id DESC LIMIT %4$d")
                      .formatted(tier, newsletter, points, PAGE + 1)));
      case "search" -> {
        List<String> words = List.of(ListBench.typed(random).split(" "));
        String others =
            words.subList(0, words.size() - 1).stream()
                .map(word -> " AND term LIKE '%% %s%%'".formatted(word))
                .collect(Collectors.joining());
        page(
            connection,
            ids(
                connection,
                "SELECT customer_id FROM customer_search WHERE archived = 0 AND term LIKE '%s%%'%s"
                        .formatted(words.getLast(), others)
                    + " ORDER BY term, customer_id LIMIT "
                    + (PAGE + 1)));
      }
      default -> throw new IllegalArgumentException(name);
    }
    return name;
  }

  private static void profile(Connection connection, String id) throws SQLException {
    page(connection, List.of(id));
    all(connection, "SELECT * FROM customer_rollup WHERE customer_id = '%s'", id);
    all(
        connection,
        "SELECT * FROM task WHERE customer_id = '%s' AND state = 'open' AND deleted_at IS NULL"
            + " ORDER BY due_key LIMIT 1",
        id);
    all(
        connection,
        "SELECT * FROM feedback WHERE customer_id = '%s' AND kind = 'complaint' AND deleted_at IS"
            + " NULL AND state IN ('open', 'in-progress') ORDER BY at LIMIT 10",
        id);
    all(
        connection,
        "SELECT * FROM sales_order WHERE customer_id = '%s' AND deleted = 0 ORDER BY placed_at"
            + " DESC LIMIT 51",
        id);
    for (String table : List.of("order_line", "order_payment")) {
      all(
          connection,
          "SELECT * FROM "
              + table
              + " WHERE order_id IN (SELECT id FROM (SELECT id FROM sales_order WHERE customer_id"
              + " = '%s' AND deleted = 0 ORDER BY placed_at DESC LIMIT 51) o)",
          id);
    }
    all(connection, "SELECT * FROM consent WHERE customer_id = '%s'", id);
    for (String table : List.of("interaction", "feedback", "task")) {
      all(
          connection,
          "SELECT * FROM " + table + " WHERE customer_id = '%s' AND deleted_at IS NULL LIMIT 51",
          id);
    }
    for (String table : List.of("customer_history", "record_history")) {
      all(
          connection,
          "SELECT * FROM " + table + " WHERE customer_id = '%s' ORDER BY at DESC LIMIT 51",
          id);
    }
  }

  private static void page(Connection connection, List<String> ids) throws SQLException {
    if (ids.isEmpty()) {
      return;
    }
    String in = "('" + String.join("','", ids) + "')";
    all(
        connection,
        "SELECT * FROM customer c LEFT JOIN customer_ext e ON e.customer_id = c.id WHERE c.id IN"
            + " %s",
        in);
    for (String table :
        List.of("customer_identifier", "customer_address", "customer_tag", "customer_rollup")) {
      all(connection, "SELECT * FROM " + table + " WHERE customer_id IN %s", in);
    }
  }

  private static List<String> ids(Connection connection, String query) throws SQLException {
    List<String> ids = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        ids.add(rows.getString(1));
      }
    }
    return ids;
  }

  private static void all(Connection connection, String query, String of) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query.formatted(of))) {
      int columns = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        for (int i = 1; i <= columns; i++) {
          rows.getObject(i);
        }
      }
    }
  }

  /** A CSV file with a row for each customer and all that belongs to it. */
  long export() throws SQLException, IOException {
    Path file = Files.createTempFile("customers", ".csv");
    try (Writer csv = Files.newBufferedWriter(file)) {
      return export(csv);
    } finally {
      Files.delete(file);
    }
  }

  private long export(Writer csv) throws SQLException, IOException {
    long count = 0;
    try (Statement statement = connections.getFirst().createStatement()) {
      statement.setFetchSize(1_000);
      try (ResultSet rows =
          statement.executeQuery(
              "SELECT c.*, e.field_values, r.*, (SELECT GROUP_CONCAT(written) FROM"
                  + " customer_identifier i WHERE i.customer_id = c.id) contacts, (SELECT"
                  + " GROUP_CONCAT(CONCAT_WS(', ', line, ward, district, province)) FROM"
                  + " customer_address a WHERE a.customer_id = c.id) addresses, (SELECT"
                  + " GROUP_CONCAT(tag) FROM customer_tag t WHERE t.customer_id = c.id) tags FROM"
                  + " customer c FORCE INDEX (customer_by_stage) LEFT JOIN customer_ext e ON"
                  + " e.customer_id = c.id LEFT JOIN customer_rollup r ON r.customer_id = c.id"
                  + " WHERE c.archived = 0 AND c.stage = 'regular'")) {
        int columns = rows.getMetaData().getColumnCount();
        while (rows.next()) {
          for (int i = 1; i <= columns; i++) {
            csv.append(i == 1 ? "" : ",").append(cell(rows.getString(i)));
          }
          csv.append('\n');
          count++;
        }
      }
    }
    return count;
  }

  private static String cell(@Nullable String text) {
    if (text == null) {
      return "";
    }
    boolean plain = text.indexOf(',') < 0 && text.indexOf('"') < 0 && text.indexOf('\n') < 0;
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }

  @Override
  public void close() throws SQLException {
    for (Connection connection : connections) {
      connection.close();
    }
  }
}

package app.quen.launcher.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The baseline of a read: the SELECTs that the application has sent for such requests, taken from
 * the database's own log, sent again with nothing around them.
 */
final class SqlAlone {
  private static final int SAMPLES = 20;
  private static final Pattern ENTRY =
      Pattern.compile("^(?:\\d{6}\\s+\\d{1,2}:\\d\\d:\\d\\d)?\\s+(\\d+) (\\w+)\\t?(.*)$");

  private final Stage stage;

  SqlAlone(Stage stage) {
    this.stage = stage;
  }

  Times measure(int clients, int requests, Function<Random, @Nullable Void> request)
      throws Exception {
    List<List<String>> samples = new ArrayList<>();
    Random random = new Random(42);
    for (int i = 0; i < SAMPLES; i++) {
      List<String> statements = recorded(() -> request.apply(random));
      if (statements.isEmpty()) {
        throw new IllegalStateException("a request sent no SELECT; is the log's form another one?");
      }
      samples.add(statements);
    }
    String schema = stage.schema();
    List<Connection> connections = new ArrayList<>();
    try {
      for (int i = 0; i < clients; i++) {
        Connection connection = stage.database().asRoot();
        connection.setCatalog(schema);
        connections.add(connection);
      }
      return Times.measure(
          clients, requests, number -> replay(connections.get(number), samples, number));
    } finally {
      for (Connection connection : connections) {
        connection.close();
      }
    }
  }

  private static Callable<?> replay(Connection connection, List<List<String>> samples, int number) {
    Random random = new Random(number);
    return () -> {
      for (String sql : samples.get(random.nextInt(samples.size()))) {
        try (Statement statement = connection.createStatement();
            ResultSet rows = statement.executeQuery(sql)) {
          int columns = rows.getMetaData().getColumnCount();
          while (rows.next()) {
            for (int i = 1; i <= columns; i++) {
              rows.getObject(i);
            }
          }
        }
      }
      return null;
    };
  }

  private List<String> recorded(Callable<?> request) throws Exception {
    Path log = stage.instance().home().resolve("logs/sql.log");
    Files.deleteIfExists(log);
    Set<String> tenants;
    try (Connection root = stage.database().asRoot();
        Statement statement = root.createStatement()) {
      statement.execute("SET GLOBAL general_log_file = '" + log + "'");
      statement.execute("SET GLOBAL general_log = ON");
      try {
        request.call();
      } finally {
        tenants = appConnections(statement);
        statement.execute("SET GLOBAL general_log = OFF");
      }
    }
    return selects(log, tenants);
  }

  private static Set<String> appConnections(Statement statement) throws SQLException {
    Set<String> ids = new HashSet<>();
    try (ResultSet rows =
        statement.executeQuery(
            "SELECT id FROM information_schema.processlist WHERE user = 'quen_app'")) {
      while (rows.next()) {
        ids.add(rows.getString(1));
      }
    }
    return ids;
  }

  private static List<String> selects(Path log, Set<String> connections) throws IOException {
    List<String> statements = new ArrayList<>();
    StringBuilder current = null;
    // sign-ins leave bytes in the log that are no text
    String text = new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
    for (String line : text.split("\n")) {
      Matcher entry = ENTRY.matcher(line);
      if (entry.matches()) {
        current = null;
        if (connections.contains(entry.group(1))
            && entry.group(2).equals("Query")
            && entry.group(3).stripLeading().regionMatches(true, 0, "SELECT", 0, 6)) {
          current = new StringBuilder(entry.group(3));
          statements.add(current.toString());
        }
      } else if (current != null) {
        current.append('\n').append(line);
        statements.set(statements.size() - 1, current.toString());
      }
    }
    return statements;
  }
}

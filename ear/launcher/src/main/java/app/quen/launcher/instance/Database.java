package app.quen.launcher.instance;

import app.quen.launcher.Trouble;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The embedded MariaDB: an own data folder, an own root password, loopback only. */
public final class Database {
  /** From where the server connects, as MariaDB names it. */
  private static final String HOST = "127.0.0.1";

  private final Settings settings;
  private final Home home;
  private final Path software;
  private final Path folder;
  private @Nullable Process process;
  private boolean stopped;

  Database(Settings settings, Home home, Parts parts) {
    this.settings = settings;
    this.home = home;
    this.software = parts.database();
    this.folder = home.folder().resolve("db");
  }

  void start(Guard guard) throws IOException, InterruptedException {
    boolean first = !Files.exists(folder.resolve("installed"));
    makeExecutable();
    Files.createDirectories(home.folder().resolve("logs"));
    if (first) {
      install(guard);
    }
    Path configuration = home.folder().resolve("db.cnf");
    Files.writeString(configuration, configuration());
    List<String> command = new ArrayList<>();
    command.add(software.resolve("bin/mariadbd").toString());
    command.add("--defaults-file=" + configuration);
    if (first) {
      command.add("--init-file=" + folder.resolve("first.sql"));
    }
    awaitConnection(launch(command, guard));
    if (first) {
      Files.deleteIfExists(folder.resolve("first.sql"));
      Files.createFile(folder.resolve("installed"));
    }
    createUsers();
  }

  /** Nothing is launched after stop, and what was launched before it is known to it. */
  private synchronized Process launch(List<String> command, Guard guard) throws IOException {
    if (stopped) {
      throw new Trouble("stopped while starting");
    }
    ProcessBuilder builder =
        new ProcessBuilder(Guard.apart(command))
            .directory(folder.toFile())
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
    builder.environment().put("TMPDIR", temporary().toString());
    Process started = builder.start();
    process = started;
    guard.watch(started);
    home.note(started);
    return started;
  }

  private void makeExecutable() throws IOException {
    for (String part : List.of("bin", "scripts")) {
      try (var files = Files.list(software.resolve(part))) {
        files
            .filter(file -> !Files.isExecutable(file))
            .forEach(f -> f.toFile().setExecutable(true));
      }
    }
  }

  private void install(Guard guard) throws IOException, InterruptedException {
    Home.delete(folder); // what an interrupted first start has left
    Files.createDirectories(folder);
    List<String> command = new ArrayList<>();
    // the script takes paths with spaces apart: so it gets short ones, from where it is started
    Files.createSymbolicLink(folder.resolve("software"), software);
    command.add("./software/scripts/mariadb-install-db");
    command.add("--no-defaults");
    command.add("--basedir=./software");
    command.add("--datadir=./data");
    command.add("--skip-test-db");
    command.add("--auth-root-authentication-method=normal");
    if (System.getProperty("user.name").equals("root")) {
      command.add("--user=root");
    }
    Process install = launch(command, guard);
    if (!install.waitFor(120, TimeUnit.SECONDS) || install.exitValue() != 0) {
      end(install, true);
      throw failed("the database could not be set up");
    }
    guard.forget(install);
    // run before the server answers anybody: root never has an empty password on an open port
    home.write(
        "db/first.sql",
        """
        ALTER USER 'root'@'localhost' IDENTIFIED BY '%1$s';
        CREATE OR REPLACE USER 'root'@'127.0.0.1' IDENTIFIED BY '%1$s';
        GRANT ALL PRIVILEGES ON *.* TO 'root'@'127.0.0.1' WITH GRANT OPTION;
        DELETE FROM mysql.global_priv WHERE Host NOT IN ('localhost', '127.0.0.1') OR User = '';
        FLUSH PRIVILEGES;\
        """
            .formatted(home.secret("db-root.password")));
  }

  /** What Quen needs of any MariaDB, then what is this one's alone. */
  private String configuration() throws IOException {
    return resource("/db/server.cnf")
        + """

        # The embedded one. Written at each start; QUEN_BUFFER_POOL and QUEN_PORT are read.
        [mariadbd]
        basedir=%1$s
        lc_messages_dir=%1$s/share
        datadir=%2$s
        socket=quen.sock
        pid_file=quen.pid
        bind_address=127.0.0.1
        port=%3$d
        %5$s
        skip_log_bin
        performance_schema=OFF
        open_files_limit=200000
        key_buffer_size=1M
        aria_pagecache_buffer_size=16M
        innodb_buffer_pool_size=%4$s
        innodb_log_file_size=256M
        innodb_sort_buffer_size=64M
        """
            .formatted(
                software,
                folder.resolve("data"),
                settings.databasePort(),
                settings.bufferPool(),
                System.getProperty("user.name").equals("root") ? "user=root" : "");
  }

  /**
   * Not the machine's: a MariaDB that starts clears away the temporary tables that it finds there,
   * and they may be another one's.
   */
  private Path temporary() throws IOException {
    return Files.createDirectories(folder.resolve("tmp"));
  }

  private void awaitConnection(Process started) throws IOException, InterruptedException {
    // recovery after a hard stop may take its time
    long deadline = System.nanoTime() + Duration.ofMinutes(5).toNanos();
    while (true) {
      try (Connection connection = asRoot()) {
        return;
      } catch (SQLException notYet) {
        if (!started.isAlive()) {
          throw failed("the database ended while starting");
        }
        if (System.nanoTime() > deadline) {
          throw failed("the database did not answer within 5 minutes");
        }
        Thread.sleep(50);
      }
    }
  }

  /** For measurements and checks beside the application. */
  public Connection asRoot() throws SQLException, IOException {
    return DriverManager.getConnection(
        "jdbc:mariadb://127.0.0.1:" + settings.databasePort() + "/",
        "root",
        home.secret("db-root.password"));
  }

  /** The users and their rights are the tenants' business; this only fills in the passwords. */
  private void createUsers() throws IOException {
    String sql = resource("/db/setup.sql");
    for (Map.Entry<String, String> user : users().entrySet()) {
      sql = sql.replace("${" + user.getKey() + "}", user.getValue());
    }
    if (sql.contains("${")) {
      String rest = sql.substring(sql.indexOf("${"));
      throw new IllegalStateException(
          "db/setup.sql asks for " + rest.substring(0, rest.indexOf('}') + 1));
    }
    try (Connection connection = asRoot();
        Statement statement = connection.createStatement()) {
      for (String one : statements(sql)) {
        statement.execute(one);
      }
    } catch (SQLException refused) {
      throw new Trouble("the database refused db/setup.sql: " + refused.getMessage(), refused);
    }
  }

  private static String resource(String name) throws IOException {
    try (InputStream stream = Database.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException(name + " is not on the class path");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private Map<String, String> users() throws IOException {
    return Map.of(
        "app.user",
        "quen_app",
        "app.password",
        home.secret("db-app.password"),
        "control.user",
        "quen_control",
        "control.password",
        home.secret("db-control.password"),
        "owner.user",
        "quen_owner",
        "owner.password",
        home.secret("db-owner.password"),
        "host",
        HOST);
  }

  private static List<String> statements(String sql) {
    List<String> statements = new ArrayList<>();
    String bare = sql.replaceAll("(?m)^\\s*(--|#).*$", "");
    for (String one : bare.split(";\\s*(?:\n|$)")) {
      if (!one.isBlank()) {
        statements.add(one.strip());
      }
    }
    return statements;
  }

  /** The server's settings for this database. */
  Map<String, String> environment() throws IOException {
    return Map.of(
        "QUEN_CELL_URL",
        "jdbc:mariadb://127.0.0.1:" + settings.databasePort() + "/",
        "QUEN_DATABASE_APP_HOST",
        HOST,
        "QUEN_DATABASE_APP_USER",
        "quen_app",
        "QUEN_DATABASE_APP_PASSWORD",
        home.secret("db-app.password"),
        "QUEN_DATABASE_CONTROL_USER",
        "quen_control",
        "QUEN_DATABASE_CONTROL_PASSWORD",
        home.secret("db-control.password"),
        "QUEN_DATABASE_OWNER_USER",
        "quen_owner",
        "QUEN_DATABASE_OWNER_PASSWORD",
        home.secret("db-owner.password"));
  }

  public @Nullable Process process() {
    return process;
  }

  void stop(Guard guard) {
    Process running;
    synchronized (this) {
      stopped = true;
      running = process;
      process = null;
    }
    if (running == null) {
      return;
    }
    try {
      end(running, false);
      if (!running.waitFor(30, TimeUnit.SECONDS)) {
        end(running, true);
      }
    } catch (InterruptedException hurry) {
      end(running, true);
      Thread.currentThread().interrupt();
    }
    guard.forget(running);
  }

  /** With its children: setting up is a script that starts a server of its own. */
  private static void end(Process process, boolean atOnce) {
    Stream.concat(process.descendants(), Stream.of(process.toHandle()))
        .forEach(atOnce ? ProcessHandle::destroyForcibly : ProcessHandle::destroy);
  }

  private Path log() {
    return home.folder().resolve("logs/database.log");
  }

  private Trouble failed(String what) throws IOException {
    List<String> lines = Files.exists(log()) ? Files.readAllLines(log()) : List.of();
    String last =
        String.join(
            "\n  ",
            lines.stream()
                .filter(line -> line.toLowerCase(Locale.ROOT).contains("error"))
                .skip(Math.max(0, lines.size() - 200))
                .toList());
    return new Trouble(what + "; the log is " + log() + (last.isEmpty() ? "" : "\n  " + last));
  }
}

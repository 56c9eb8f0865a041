package app.quen.launcher.instance;

import app.quen.key.MasterKeyset;
import app.quen.launcher.Steps;
import app.quen.launcher.Trouble;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An installation on this machine. Prepare checks everything that a person can put right; start
 * brings it up; close ends it in order, also when start is still at work or has failed.
 */
public final class Instance implements AutoCloseable {
  /** The file in the folder of an installation with a database of its own. */
  public static final String MASTER_KEY = "master.key";

  private final Settings settings;
  private final Steps steps;
  private final Home home;
  private final Guard guard;
  private final Parts parts;
  private final @Nullable Database database;
  private final Thread onExit = new Thread(this::shutDown, "quen-stop");
  private @Nullable Server server;
  private volatile boolean closed;

  private Instance(Settings settings, Steps steps, Home home, Parts parts) throws IOException {
    this.settings = settings;
    this.steps = steps;
    this.home = home;
    this.parts = parts;
    this.database = settings.externalDatabase() ? null : new Database(settings, home, parts);
    this.guard = new Guard();
    Runtime.getRuntime().addShutdownHook(onExit);
  }

  public static Instance prepare(Settings settings, Steps steps, boolean fresh)
      throws IOException, InterruptedException {
    Parts parts = new Parts(settings.root());
    parts.server();
    if (settings.externalDatabase() && settings.environment("QUEN_MASTER_KEY") == null) {
      throw new Trouble(
          "QUEN_MASTER_KEY is not set. It wraps the keys of the workspaces in the database, so it"
              + " must be kept and be the same on all nodes: make it once with ./quen ops"
              + " master-key new, and see docs/operations.md.");
    }
    Home home = Home.take(settings.home());
    try {
      home.awaitPredecessor();
      home.mustHaveSpace();
      Ports.mustBeFree(settings.bind(), settings.port(), "HTTP");
      Ports.localhostMustBeFree(settings.port(), "HTTP");
      Ports.mustBeFree("127.0.0.1", settings.adminPort(), "the server's administration");
      if (!settings.externalDatabase()) {
        Ports.mustBeFree("127.0.0.1", settings.databasePort(), "the database");
      }
      if (fresh) {
        home.empty();
        steps.say("threw away the data in " + settings.home());
      }
      return new Instance(settings, steps, home, parts);
    } catch (RuntimeException | IOException | InterruptedException failed) {
      home.close();
      throw failed;
    }
  }

  /** Database and server with the application, ready for requests. */
  public void start() throws Exception {
    startDatabase();
    startServer(parts.ear());
  }

  /** Database and an empty server, for tests that deploy themselves through the admin port. */
  public void startWithoutApplication() throws Exception {
    startDatabase();
    startServer(null);
  }

  /** The database alone, for a server that is started elsewhere. */
  public void startDatabase() throws IOException, InterruptedException {
    Database own = database;
    if (own == null) {
      steps.say("using the database at " + settings.environment("QUEN_CELL_URL"));
      return;
    }
    steps.say("starting the database");
    try {
      own.start(guard);
    } catch (Trouble failed) {
      throw closed ? new Trouble("stopped while starting") : failed;
    }
    steps.say("database ready on port " + settings.databasePort());
  }

  private void startServer(@Nullable Path ear) throws Exception {
    bringPlugins();
    Server next = new Server(settings, home, parts, environment());
    synchronized (this) {
      if (closed) {
        throw new Trouble("stopped while starting");
      }
      server = next;
      steps.say("starting the server");
      next.start(guard, ear);
    }
    try {
      next.awaitReady(ear != null, steps);
    } catch (Trouble failed) {
      throw closed ? new Trouble("stopped while starting") : failed;
    }
    if (closed) {
      throw new Trouble("stopped while starting");
    }
    steps.say("server ready on port " + settings.port());
  }

  /** The plugins of this repository; others that somebody has put there stay. */
  private void bringPlugins() throws IOException {
    Path folder = Files.createDirectories(plugins());
    for (Path zip : parts.plugins()) {
      Path target = folder.resolve(zip.getFileName().toString());
      if (!Files.exists(target) || Files.mismatch(zip, target) >= 0) {
        Files.copy(zip, target, StandardCopyOption.REPLACE_EXISTING);
      }
    }
    Files.createDirectories(home.folder().resolve("files"));
  }

  private Path plugins() {
    String chosen = settings.environment("QUEN_PLUGINS_DIR");
    return chosen == null ? home.folder().resolve("plugins") : Path.of(chosen);
  }

  private Map<String, String> environment() throws Exception {
    Map<String, String> environment = new HashMap<>();
    if (database != null) {
      environment.putAll(database.environment());
      if (settings.environment("QUEN_DATABASE_APP_POOL") == null) {
        environment.put("QUEN_DATABASE_APP_POOL", Integer.toString(connections()));
      }
      if (settings.environment("QUEN_AUDIT_KEY") == null) {
        environment.put("QUEN_AUDIT_KEY", home.secret("audit.key"));
      }
    }
    environment.put("QUEN_MASTER_KEY", masterKey());
    environment.put("QUEN_PLUGINS_DIR", plugins().toString());
    if (settings.environment("QUEN_FILES_DIR") == null) {
      environment.put("QUEN_FILES_DIR", home.folder().resolve("files").toString());
    }
    environment.put("QUEN_PUBLIC_URL", settings.publicUrl());
    if (settings.environment("QUEN_OPERATOR_TOKEN_SHA256") == null) {
      environment.put(
          "QUEN_OPERATOR_TOKEN_SHA256",
          HexFormat.of()
              .formatHex(
                  MessageDigest.getInstance("SHA-256")
                      .digest(operatorToken().getBytes(StandardCharsets.UTF_8))));
    }
    return environment;
  }

  /**
   * The database shares the cores: with more at once each answer only takes longer, and the slowest
   * much longer than with a queue.
   */
  private static int connections() {
    return Math.max(4, 2 * Runtime.getRuntime().availableProcessors());
  }

  /** The credential of the first operator. */
  public String operatorToken() throws IOException {
    String chosen = settings.environment("QUEN_OPERATOR_TOKEN");
    if (chosen != null) {
      return chosen;
    }
    Path file = home.folder().resolve("operator.token");
    if (!Files.exists(file)) {
      home.write("operator.token", "qop_" + home.secret("operator.seed"));
      Files.deleteIfExists(home.folder().resolve("operator.seed"));
    }
    return Files.readString(file).strip();
  }

  /** Of an installation with a database of its own: made once, for this installation alone. */
  private String masterKey() throws IOException {
    String chosen = settings.environment("QUEN_MASTER_KEY");
    if (chosen != null) {
      return chosen;
    }
    Path file = home.folder().resolve(MASTER_KEY);
    if (!Files.exists(file)) {
      home.write(MASTER_KEY, MasterKeyset.make());
    }
    return Files.readString(file).strip();
  }

  public String adminPassword() throws IOException {
    return home.secret("server-admin.password");
  }

  public Settings settings() {
    return settings;
  }

  public Path home() {
    return home.folder();
  }

  /** Null where the database is somebody else's. */
  public @Nullable Database database() {
    return database;
  }

  public @Nullable Process serverProcess() {
    return server == null ? null : server.process();
  }

  public String serverVersion() {
    return "Payara " + parts.serverVersion();
  }

  /** Removes the folder of an instance that is not running. */
  public static void discard(Settings settings) throws IOException {
    Home.discard(settings.home());
  }

  /** kill -9 of the server alone, for tests of what survives. */
  public void killServer() throws InterruptedException {
    Server running = server;
    Process process = running == null ? null : running.process();
    if (running == null || process == null) {
      throw new IllegalStateException("no server is running");
    }
    process.destroyForcibly().waitFor();
    running.stop(guard);
  }

  public void restartServer() throws Exception {
    startServer(parts.ear());
  }

  /** Until one of the two ends by itself; a signal ends us from outside. */
  public int waitUntilItEnds() throws InterruptedException {
    Process serverProcess = serverProcess();
    Process databaseProcess = database == null ? null : database.process();
    while (!closed) {
      if (serverProcess != null && !serverProcess.isAlive()) {
        return ended("the server has ended by itself; its log is logs/server.log in ");
      }
      if (databaseProcess != null && !databaseProcess.isAlive()) {
        return ended("the database has ended by itself; its log is logs/database.log in ");
      }
      Thread.sleep(500);
    }
    return 0;
  }

  private int ended(String what) throws InterruptedException {
    if (closed) {
      return 0;
    }
    throw new Trouble(what + home.folder() + ". Stopping the rest.");
  }

  private void shutDown() {
    if (!closed) {
      steps.say("stopping");
      stop();
      steps.say("stopped");
    }
  }

  private synchronized void stop() {
    if (closed) {
      return;
    }
    closed = true;
    if (server != null) {
      server.stop(guard);
    }
    if (database != null) {
      database.stop(guard);
    }
    guard.close();
    try {
      Files.deleteIfExists(home.folder().resolve("processes"));
      home.close();
    } catch (IOException nothingToLose) {
      // the lock ends with this process
    }
  }

  @Override
  public void close() {
    stop();
    try {
      Runtime.getRuntime().removeShutdownHook(onExit);
    } catch (IllegalStateException alreadyExiting) {
      // the hook is what is running
    }
  }
}

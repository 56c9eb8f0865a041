package app.quen.launcher.bench;

import app.quen.launcher.Steps;
import app.quen.launcher.Trouble;
import app.quen.launcher.demo.RetailCustomers;
import app.quen.launcher.demo.Table;
import app.quen.launcher.http.Api;
import app.quen.launcher.http.Imports;
import app.quen.launcher.instance.Database;
import app.quen.launcher.instance.Instance;
import app.quen.launcher.instance.Ports;
import app.quen.launcher.instance.Settings;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An installation that is only there for a measurement: own ports, own folder, gone afterwards. */
final class Stage implements AutoCloseable {
  static final String PASSWORD = "mot-hai-ba-bon-nam-sau";
  private static final int SLICE = 50_000;

  private final Settings settings;
  private final Steps steps;
  private final boolean keep;
  private @Nullable Instance instance;

  /**
   * @param keep whether the data stays for the next measurement of the same name
   */
  Stage(Settings settings, Steps steps, String name, boolean keep) {
    this.steps = steps;
    this.keep = keep;
    this.settings =
        settings
            .at(settings.root().resolve("ear/target/bench-" + name), Ports.free(19_000))
            .with("QUEN_LIMIT_SIGN_UP_ADDRESS", "100000/PT1H")
            .with("QUEN_LIMIT_SIGN_IN_ADDRESS", "100000/PT1H")
            .with("QUEN_LIMIT_INVITATION_WORKSPACE", "100000/PT1H");
  }

  Settings settings() {
    return settings;
  }

  Instance instance() {
    return Objects.requireNonNull(instance);
  }

  Database database() {
    return Objects.requireNonNull(instance().database());
  }

  /** As at {@code ./quen run}. */
  void start(boolean fresh) throws Exception {
    instance = Instance.prepare(settings, steps, fresh);
    instance.start();
  }

  void startWithoutApplication() throws Exception {
    instance = Instance.prepare(settings, steps, true);
    instance.startWithoutApplication();
  }

  void stop() {
    if (instance != null) {
      instance.close();
      instance = null;
    }
  }

  Api api() {
    return new Api(settings.localUrl() + "/api/v1");
  }

  /**
   * The number that was noted when the data were complete; 0 where there are none.
   *
   * @see #noteKept
   */
  int kept() throws IOException {
    Path note = keptNote();
    return Files.exists(note) ? Integer.parseInt(Files.readString(note).strip()) : 0;
  }

  void noteKept(int rows) throws IOException {
    Files.writeString(keptNote(), rows + "\n");
  }

  private Path keptNote() {
    return settings.home().resolve("kept");
  }

  /** Customers of a shop, through the import. */
  void fill(Api api, int customers) throws Exception {
    Imports imports = new Imports(api);
    for (int from = 1; from <= customers; from += SLICE) {
      Table table = RetailCustomers.table(from, Math.min(SLICE, customers - from + 1));
      String address = imports.prepare("slice.csv", table.csv(), table::field);
      api.post(address + "/start", Json.createObjectBuilder().build());
      imports.await(address, "completed");
      steps.say((from - 1 + table.rows()) + " of " + customers + " customers");
    }
  }

  /** The owner of the shop that an earlier measurement has made. */
  Api shopAgain() {
    Api api = api();
    api.post(
        "/session",
        Json.createObjectBuilder()
            .add("email", "do@bench.example")
            .add("password", PASSWORD)
            .build());
    return api;
  }

  /** What is measured may take longer than a sign-in is enough for an export. */
  static void confirm(Api api) {
    api.post("/session/confirmation", Json.createObjectBuilder().add("password", PASSWORD).build());
  }

  /** A shop with the retail plugin; the client is signed in as its owner. */
  Api shop() {
    Api api = api();
    api.post(
        "/signup",
        Json.createObjectBuilder()
            .add("workspaceName", "Bench")
            .add("slug", "bench")
            .add("industry", "retail")
            .add("name", "Nguyễn Thị Đo")
            .add("email", "do@bench.example")
            .add("password", PASSWORD)
            .add("language", "vi")
            .build());
    api.put("/plugins/retail", Json.createObjectBuilder().add("enabled", true).build());
    return api;
  }

  /** Exports the regular customers, and counts the rows of the file but its headings. */
  static long exported(Api api) throws IOException {
    long rows = -1;
    try (InputStream csv = api.stream("/customers/export?format=csv&filter=stage:eq:regular")) {
      byte[] some = new byte[1 << 16];
      for (int n = csv.read(some); n >= 0; n = csv.read(some)) {
        for (int i = 0; i < n; i++) {
          rows += some[i] == '\n' ? 1 : 0;
        }
      }
    }
    return rows;
  }

  /** The schema of the one workspace there is. */
  String schema() throws SQLException, IOException {
    try (Connection root = database().asRoot();
        Statement statement = root.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT schema_name FROM information_schema.schemata WHERE schema_name LIKE"
                    + " 't\\_%' AND schema_name NOT LIKE '%\\_audit'")) {
      if (!row.next()) {
        throw new Trouble("the workspace has no schema");
      }
      return row.getString(1);
    }
  }

  JsonObjectBuilder result(String bench) throws IOException, SQLException {
    JsonObjectBuilder environment =
        Json.createObjectBuilder()
            .add("cores", Runtime.getRuntime().availableProcessors())
            .add("memory_mb", memory())
            .add("os", System.getProperty("os.name") + " " + System.getProperty("os.version"))
            .add("java", System.getProperty("java.version"))
            .add("server", instance().serverVersion())
            .add("database", databaseVersion())
            .add("heap", settings.heap())
            .add("buffer_pool", settings.bufferPool());
    return Json.createObjectBuilder().add("bench", bench).add("environment", environment);
  }

  private String databaseVersion() throws SQLException, IOException {
    try (Connection root = database().asRoot()) {
      return root.getMetaData().getDatabaseProductVersion();
    }
  }

  /** Until the listeners have been told what happened: their work would be measured as well. */
  void awaitQuiet() throws Exception {
    long next = System.nanoTime();
    try (Connection root = database().asRoot();
        Statement statement = root.createStatement()) {
      root.setCatalog(schema());
      while (true) {
        long owed;
        try (ResultSet row =
            statement.executeQuery(
                "SELECT (SELECT COUNT(*) FROM fact_delivery WHERE due_at IS NOT NULL)"
                    + " + (SELECT COUNT(*) FROM fact WHERE NOT dispatched)")) {
          row.next();
          owed = row.getLong(1);
        }
        if (owed == 0) {
          return;
        }
        if (System.nanoTime() > next) {
          steps.say("waiting until listeners are told " + owed + " facts");
          next = System.nanoTime() + 20_000_000_000L;
        }
        Thread.sleep(1000);
      }
    }
  }

  private static long memory() throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/meminfo"))) {
      if (line.startsWith("MemTotal:")) {
        return Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024;
      }
    }
    return 0;
  }

  @Override
  public void close() throws IOException {
    stop();
    if (!keep) {
      Instance.discard(settings);
    }
  }

  /** A figure with as many digits as it is worth. */
  static JsonObjectBuilder add(JsonObjectBuilder to, String name, double value) {
    double digits = value >= 100 ? 1 : value >= 1 ? 100 : 10_000;
    return to.add(name, Math.round(value * digits) / digits);
  }
}

package app.quen.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.quen.key.MasterKeyset;
import app.quen.launcher.Steps;
import app.quen.launcher.http.Api;
import app.quen.launcher.instance.Instance;
import app.quen.launcher.instance.Ports;
import app.quen.launcher.instance.Settings;
import jakarta.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * The steps of docker/Dockerfile and docker/compose.yaml, without an engine: the parts are put
 * together by the same script, and what the image starts works on a MariaDB that is somebody
 * else's, by configuration only.
 */
class ImageIT {

  private static final Path ROOT = Path.of(System.getProperty("quen.root")).toAbsolutePath();
  private static final Path HOME =
      Path.of(System.getProperty("quen.it.home", "target/quen"), "image").toAbsolutePath();
  private static final String PASSWORD = "of-the-users-of-the-image";

  @Test
  void theDockerfileAndTheComposeFileAreInOrder() throws Exception {
    run(ROOT.resolve("docker/lint"), Map.of(), "npm", "ci", "--no-audit", "--no-fund");
    run(ROOT.resolve("docker/lint"), Map.of(), "npm", "run", "lint");
  }

  @Test
  void whatTheImageHoldsRunsOnAMariaDbOfSomebodyElse() throws Exception {
    Path quen = HOME.resolve("opt");
    run(ROOT, Map.of(), "sh", "docker/assemble.sh", ROOT.toString(), quen.toString());

    Settings outside =
        Settings.ofEnvironment()
            .at(HOME.resolve("database"), Ports.free(18_600))
            .with("QUEN_BUFFER_POOL", "64M");
    try (Instance database = Instance.prepare(outside, new Steps(System.err), true)) {
      database.startDatabase();
      withoutQuen(database);
      setUp(database);
      int port = Ports.free(18_700);
      Process started = start(quen, outside.databasePort(), port);
      try {
        awaitReady(started, port);
        try (Api api = new Api("http://127.0.0.1:" + port + "/api/v1")) {
          var session =
              api.post(
                  "/signup",
                  Json.createObjectBuilder()
                      .add("workspaceName", "Tiệm trong thùng")
                      .add("slug", "tiem-trong-thung")
                      .add("industry", "retail")
                      .add("name", "Lê Thị Thùng")
                      .add("email", "thung@image.example")
                      .add("password", Business.PASSWORD)
                      .add("language", "vi")
                      .build());
          assertThat(session.getJsonObject("workspace").getString("slug"))
              .isEqualTo("tiem-trong-thung");
          assertThat(api.get("/plugins").getJsonArray("items")).isNotEmpty();
        }
        try (Connection connection = database.database().asRoot();
            Statement statement = connection.createStatement();
            var rows = statement.executeQuery("SELECT COUNT(*) FROM quen_control.tenant")) {
          rows.next();
          assertThat(rows.getInt(1)).isEqualTo(1);
        }
      } finally {
        started.destroy();
        assertThat(started.waitFor(60, TimeUnit.SECONDS)).as("SIGTERM ends it").isTrue();
      }
    }
  }

  /** Takes away what the launcher has set up. */
  private static void withoutQuen(Instance instance) throws Exception {
    try (Connection connection = instance.database().asRoot();
        Statement statement = connection.createStatement()) {
      statement.execute("DROP DATABASE IF EXISTS quen_control");
      for (String user : List.of("app", "control", "owner")) {
        statement.execute("DROP USER quen_" + user + "@'127.0.0.1'");
      }
    }
  }

  /** As the service db-setup of the compose file does. */
  private static void setUp(Instance instance) throws Exception {
    Path client;
    try (var files = Files.walk(ROOT.resolve("ear/launcher/target/mariadb"))) {
      client =
          files.filter(file -> file.endsWith(Path.of("bin", "mariadb"))).findFirst().orElseThrow();
    }
    client.toFile().setExecutable(true);
    Map<String, String> environment = passwords();
    environment.put(
        "QUEN_DB_ROOT_PASSWORD",
        Files.readString(instance.home().resolve("db-root.password")).strip());
    environment.put("MARIADB", client.toString());
    run(
        ROOT,
        environment,
        "bash",
        "docker/setup-database.sh",
        "127.0.0.1",
        "tenants/src/main/resources/db/setup.sql",
        Integer.toString(instance.settings().databasePort()));
  }

  private static Map<String, String> passwords() {
    Map<String, String> passwords = new HashMap<>();
    for (String user : List.of("APP", "CONTROL", "OWNER")) {
      passwords.put("QUEN_DATABASE_" + user + "_PASSWORD", PASSWORD + "-" + user);
    }
    return passwords;
  }

  private static Process start(Path quen, int databasePort, int port) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(quen.resolve("start").toString())
            .redirectErrorStream(true)
            .redirectOutput(HOME.resolve("start.log").toFile());
    builder.environment().putAll(passwords());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("QUEN_CELL_URL", "jdbc:mariadb://127.0.0.1:" + databasePort + "/");
    builder.environment().put("QUEN_HOME", HOME.resolve("data").toString());
    builder.environment().put("QUEN_PORT", Integer.toString(port));
    builder.environment().put("QUEN_DEMO", "off");
    builder.environment().put("QUEN_MASTER_KEY", MasterKeyset.make());
    return builder.start();
  }

  private static void awaitReady(Process started, int port) {
    HttpClient http = HttpClient.newHttpClient();
    URI ready = URI.create("http://127.0.0.1:" + port + "/health/ready");
    await()
        .atMost(Duration.ofMinutes(5))
        .pollInterval(Duration.ofMillis(500))
        .ignoreExceptions()
        .until(
            () ->
                !started.isAlive()
                    || http.send(HttpRequest.newBuilder(ready).build(), BodyHandlers.discarding())
                            .statusCode()
                        == 200);
    assertThat(started.isAlive()).as("see " + HOME.resolve("start.log")).isTrue();
  }

  private static void run(Path folder, Map<String, String> environment, String... command)
      throws Exception {
    Path log = Files.createTempFile("quen-image", ".log");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().putAll(environment);
    Process process = builder.start();
    boolean ended = process.waitFor(5, TimeUnit.MINUTES);
    assertThat(ended && process.exitValue() == 0)
        .as(String.join(" ", command) + ":\n" + Files.readString(log))
        .isTrue();
  }
}

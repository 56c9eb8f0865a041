package app.quen.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.quen.launcher.instance.Instance;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What stands around the application: proxies, the disk, a database that goes away. */
class SurroundingsIT {

  private static final Instance INSTANCE = Installations.complete();
  private static final String CSV = "Họ và tên,SĐT\nAn,0912345678\n";

  @Test
  void aFileThatIsTooLargeIsRefusedAndNothingOfItStays() throws Exception {
    var session = signUp(client("127.0.0.1"));
    var other = signUp(client("127.0.0.1"));

    var tooLarge = upload(session, CSV.repeat(Installations.MAX_IMPORT_BYTES / CSV.length() + 1));

    assertThat(tooLarge.statusCode()).as(tooLarge.body()).isEqualTo(413);
    assertThat(tooLarge.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    var problem = json(tooLarge);
    assertThat(problem.getString("type")).isEqualTo("urn:quen:problem:too-large");
    assertThat(problem.getString("detail")).contains("4 MB", "chia thành");
    assertThat(filesOf(session)).isEmpty();
    assertThat(json(get(session, "/api/v1/imports")).getJsonArray("items")).isEmpty();

    assertThat(upload(session, CSV).statusCode()).isEqualTo(201);
    assertThat(filesOf(session)).hasSize(1);
    assertThat(filesOf(other)).isEmpty();
  }

  @Test
  void onlyATrustedProxyIsBelievedWhereARequestComesFrom() throws Exception {
    var direct = client("127.0.0.1");
    var proxy = client(Installations.PROXY);
    assertThat(addressOf(signUp(direct, "X-Forwarded-For", "198.51.100.7"))).isEqualTo("127.0.0.1");
    assertThat(addressOf(signUp(proxy))).isEqualTo(Installations.PROXY);
    assertThat(addressOf(signUp(proxy, "X-Forwarded-For", "198.51.100.7")))
        .isEqualTo("198.51.100.7");
    assertThat(addressOf(signUp(proxy, "X-Forwarded-For", "1.1.1.1, 198.51.100.7")))
        .isEqualTo("198.51.100.7");
    assertThat(
            addressOf(
                signUp(proxy, "X-Forwarded-For", "1.1.1.1", "X-Forwarded-For", "198.51.100.7")))
        .as("some proxies add a line of their own")
        .isEqualTo("198.51.100.7");
  }

  @Test
  void nothingIsToldBackByTrace() throws Exception {
    for (var path : List.of("/", "/index.html", "/api/v1/session", "/f/x", "/ops/v1/tenants")) {
      var request =
          HttpRequest.newBuilder(URI.create(INSTANCE.settings().localUrl() + path))
              .header("X-Secret", "mot-bi-mat")
              .method("TRACE", BodyPublishers.noBody())
              .build();
      var answer = client("127.0.0.1").send(request, BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(path + " " + answer.body()).isBetween(400, 499);
      assertThat(answer.body()).doesNotContain("mot-bi-mat");
    }
  }

  @Test
  void whoComesByHttpsIsToldToStayThere() throws Exception {
    var proxy = client(Installations.PROXY);
    for (var path : List.of("/", "/api/v1/session")) {
      assertThat(answered(proxy, path, "https")).hasValue("max-age=31536000");
      assertThat(answered(proxy, path, "http")).isEmpty();
      assertThat(answered(client("127.0.0.1"), path, "https"))
          .as("nobody else is believed")
          .isEmpty();
    }
  }

  private static Optional<String> answered(HttpClient client, String path, String proto)
      throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(INSTANCE.settings().localUrl() + path))
            .header("X-Forwarded-Proto", proto)
            .build();
    return client
        .send(request, BodyHandlers.ofString())
        .headers()
        .firstValue("Strict-Transport-Security");
  }

  @Test
  void withoutItsDatabaseTheNodeLivesAndIsNotReady() throws Exception {
    var session = signUp(client("127.0.0.1"));
    Process database = Objects.requireNonNull(INSTANCE.database()).process();
    Objects.requireNonNull(database).destroyForcibly().waitFor();
    try {
      var ready = get(session, "/health/ready");

      assertThat(ready.statusCode()).as(ready.body()).isEqualTo(503);
      assertThat(json(ready).getString("status")).isEqualTo("DOWN");
      assertThat(ready.body()).contains("\"database\"").doesNotContain("jdbc", "127.0.0.1");
      assertThat(get(session, "/health/live").statusCode()).isEqualTo(200);
      var refused = get(session, "/api/v1/customers");
      assertThat(refused.statusCode()).as(refused.body()).isEqualTo(503);
      assertThat(json(refused).getString("type")).isEqualTo("urn:quen:problem:unavailable");
      assertThat(refused.headers().firstValue("Retry-After")).isPresent();
    } finally {
      INSTANCE.startDatabase();
    }
    await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> get(session, "/health/ready").statusCode() == 200);
    assertThat(get(session, "/api/v1/customers").statusCode()).isEqualTo(200);
  }

  /** Somebody signed in, and how they come here. */
  private record Session(HttpClient client, String cookie, String csrf, String tenant) {}

  private static HttpClient client(String from) throws IOException {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .localAddress(InetAddress.getByName(from))
        .build();
  }

  private static HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create(INSTANCE.settings().localUrl() + path))
        .timeout(Duration.ofMinutes(2));
  }

  private static Session signUp(HttpClient client, String... headers) throws Exception {
    var slug = "s" + Long.toHexString(System.nanoTime());
    var request =
        to("/api/v1/signup")
            .header("Content-Type", "application/json")
            .POST(
                BodyPublishers.ofString(
                    """
                    {"workspaceName": "Tiệm %1$s", "slug": "%1$s", "industry": "retail",
                     "name": "Nguyễn Thị Lan", "email": "%1$s@quen.example",
                     "password": "%2$s", "language": "vi"}\
                    """
                        .formatted(slug, Business.PASSWORD)));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    var answer = client.send(request.build(), BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    var cookie = answer.headers().firstValue("Set-Cookie").orElseThrow();
    var session = json(answer);
    return new Session(
        client,
        cookie.substring(0, cookie.indexOf(';')),
        session.getString("csrfToken"),
        session.getJsonObject("workspace").getString("id"));
  }

  private static HttpResponse<String> get(Session session, String path) throws Exception {
    return session.client.send(
        to(path).header("Cookie", session.cookie).build(), BodyHandlers.ofString());
  }

  private static HttpResponse<String> upload(Session session, String csv) throws Exception {
    return session.client.send(
        to("/api/v1/imports?fileName=x.csv")
            .header("Cookie", session.cookie)
            .header("X-CSRF-Token", session.csrf)
            .header("Content-Type", "text/csv")
            .POST(BodyPublishers.ofString(csv))
            .build(),
        BodyHandlers.ofString());
  }

  /** Where the session was opened from, as the account sees it. */
  private static String addressOf(Session session) throws Exception {
    return json(get(session, "/api/v1/account/sessions"))
        .getJsonArray("items")
        .getJsonObject(0)
        .getString("address");
  }

  private static List<Path> filesOf(Session session) throws IOException {
    var folder = INSTANCE.home().resolve("files").resolve(session.tenant).resolve("imports");
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (var files = Files.list(folder)) {
      return files.toList();
    }
  }

  private static JsonObject json(HttpResponse<String> answer) {
    try (var reader = Json.createReader(new StringReader(answer.body()))) {
      return reader.readObject();
    }
  }
}

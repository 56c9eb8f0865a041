package app.quen.it;

import static org.assertj.core.api.Assertions.assertThat;

import app.quen.launcher.instance.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A real provider of OpenID Connect, as it comes from Maven Central, with a realm for each
 * business. Fails where it cannot be started: what nobody has tried does not work.
 */
final class Keycloak implements AutoCloseable {

  static final String HOST = "localhost";
  static final String SECRET = "the-secret-of-the-client";
  static final String PASSWORD = "mat-khau-o-noi-khac";

  private static final Duration PATIENCE = Duration.ofMinutes(6);
  private static final Pattern ACTION = Pattern.compile("action=\"([^\"]+)\"");
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

  private final Process process;
  private final int port;

  private Keycloak(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * With the realms {@code sen} and {@code lua}, each with the client {@code quen} and people who
   * have an address of the realm's domain; only hoa's has nobody verified.
   */
  static Keycloak start(String redirects) throws IOException, InterruptedException {
    Path home = Path.of(System.getProperty("quen.it.keycloak")).toAbsolutePath();
    assertThat(home.resolve("bin/kc.sh"))
        .as("the build unpacks Keycloak from Maven Central before the tests")
        .exists();
    Path imports = home.resolve("data/import");
    clear(home.resolve("data"));
    Files.createDirectories(imports);
    for (String realm : List.of("sen", "lua")) {
      Files.writeString(imports.resolve(realm + ".json"), realm(realm, redirects));
    }
    int port = Ports.free(18_300);
    Path log = home.resolve("data/start.log");
    var command =
        new ProcessBuilder(
            "sh",
            home.resolve("bin/kc.sh").toString(),
            "start-dev",
            "--http-host=127.0.0.1",
            "--http-port=" + port,
            "--hostname=http://" + HOST + ":" + port,
            "--import-realm");
    command.environment().put("JAVA_HOME", System.getProperty("java.home"));
    command.environment().put("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx512m");
    var process = command.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    var keycloak = new Keycloak(process, port);
    // its shell becomes the server, so this ends it, also where the tests are interrupted
    Runtime.getRuntime().addShutdownHook(new Thread(keycloak::close));
    keycloak.awaitReady(log);
    return keycloak;
  }

  private static void clear(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (var files = Files.walk(folder)) {
        for (Path each : files.sorted((a, b) -> b.compareTo(a)).toList()) {
          Files.delete(each);
        }
      }
    }
  }

  private void awaitReady(Path log) throws IOException, InterruptedException {
    var end = Instant.now().plus(PATIENCE);
    var ready =
        HttpRequest.newBuilder(URI.create(issuer("lua") + "/.well-known/openid-configuration"))
            .timeout(Duration.ofSeconds(20))
            .build();
    while (Instant.now().isBefore(end) && process.isAlive()) {
      try {
        if (CLIENT.send(ready, BodyHandlers.discarding()).statusCode() == 200) {
          return;
        }
      } catch (IOException notYet) {
        // asked again
      }
      process.waitFor(500, TimeUnit.MILLISECONDS);
    }
    var said = Files.readString(log);
    close();
    throw new IllegalStateException("Keycloak did not start:\n" + said);
  }

  String issuer(String realm) {
    return "http://" + HOST + ":" + port + "/realms/" + realm;
  }

  /** As a browser does it: reads the page, fills it in, and stops where it is sent back. */
  Map<String, String> signIn(String address, String name) {
    try {
      var page = CLIENT.send(HttpRequest.newBuilder(URI.create(address)).build(), text());
      assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
      var action = ACTION.matcher(page.body());
      assertThat(action.find()).as(page.body()).isTrue();
      var sent =
          CLIENT.send(
              HttpRequest.newBuilder(URI.create(action.group(1).replace("&amp;", "&")))
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .header("Cookie", cookies(page))
                  .POST(BodyPublishers.ofString("username=" + name + "&password=" + PASSWORD))
                  .build(),
              text());
      assertThat(sent.statusCode()).as(sent.body()).isEqualTo(302);
      return parameters(URI.create(sent.headers().firstValue("Location").orElseThrow()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static HttpResponse.BodyHandler<String> text() {
    return BodyHandlers.ofString();
  }

  private static String cookies(HttpResponse<String> response) {
    return String.join(
        "; ",
        response.headers().allValues("Set-Cookie").stream()
            .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
            .toList());
  }

  static Map<String, String> parameters(URI address) {
    var values = new HashMap<String, String>();
    Arrays.stream(address.getRawQuery().split("&"))
        .map(pair -> pair.split("=", 2))
        .forEach(pair -> values.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    return values;
  }

  private static String realm(String name, String redirects) {
    return """
    {"realm": "%1$s", "enabled": true, "sslRequired": "NONE",
     "users": [%2$s, %3$s],
     "clients": [{"clientId": "quen", "secret": "%4$s", "enabled": true,
       "protocol": "openid-connect", "publicClient": false, "standardFlowEnabled": true,
       "redirectUris": ["%5$s"], "attributes": {"pkce.code.challenge.method": "S256"}}]}
    """
        .formatted(
            name,
            Stream.of("lan", "minh", "mai", "tam")
                .map(each -> person(each, name, true))
                .collect(Collectors.joining(", ")),
            person("hoa", name, false),
            SECRET,
            redirects);
  }

  private static String person(String name, String realm, boolean verified) {
    return """
    {"username": "%1$s", "enabled": true, "email": "%1$s@%2$s.example", "emailVerified": %3$s,
     "firstName": "%1$s", "lastName": "Trần",
     "credentials": [{"type": "password", "value": "%4$s"}]}\
    """
        .formatted(name, realm, verified, PASSWORD);
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}

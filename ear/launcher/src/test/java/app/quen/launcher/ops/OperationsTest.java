package app.quen.launcher.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.quen.launcher.Trouble;
import app.quen.launcher.instance.Settings;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OperationsTest {
  private final Map<String, Integer> answers = new ConcurrentHashMap<>();

  @TempDir Path home;
  private HttpServer server;

  @BeforeEach
  void listen() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String path = exchange.getRequestURI().getRawPath();
          int status = answers.getOrDefault(path, 200);
          // the browser application's page, as any address that nothing else knows
          byte[] body =
              (path.endsWith("/whole/verify-audit")
                      ? report(true)
                      : path.endsWith("/broken/verify-audit")
                          ? report(false)
                          : path.endsWith("/rotate-audit-key")
                              ? "{\"number\":2,\"after\":3,\"since\":\"2026-03-05T07:30:00Z\"}"
                              : path.startsWith("/ops/v1") && status == 200
                                  ? "{\"items\":[],\"slug\":\"x\"}"
                                  : "<!doctype html>")
                  .getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void aSlashBehindTheAddressDoesNotMatter() throws IOException {
    assertThat(run(url() + "/", "tenants", "list")).isZero();
  }

  @Test
  void anAddressWithoutItsSchemeIsRefusedWithAnExample() {
    assertThatThrownBy(() -> run("localhost:8080", "tenants", "list"))
        .isInstanceOf(Trouble.class)
        .hasMessageContainingAll("QUEN_URL is 'localhost:8080'", "https://");
  }

  @Test
  void somebodyElsesServerIsNotTakenForQuen() {
    answers.put("/ops/v1/tenants", 404);

    assertThatThrownBy(() -> run(url(), "tenants", "list"))
        .isInstanceOf(Trouble.class)
        .hasMessageContainingAll(url(), "is not Quen", "QUEN_URL");
  }

  @Test
  void aTokenThatIsNotAcceptedIsSaidWithWhereItComesFrom() {
    answers.put("/ops/v1/tenants", 401);

    assertThatThrownBy(() -> run(url(), "tenants", "list"))
        .isInstanceOf(Trouble.class)
        .hasMessageContainingAll("token", "QUEN_OPERATOR_TOKEN", "operator.token");
  }

  @Test
  void anUnknownWorkspaceIsNamed() {
    answers.put("/ops/v1/tenants/tiem-may%2F..", 404);

    assertThatThrownBy(() -> run(url(), "tenants", "show", "tiem-may/.."))
        .isInstanceOf(Trouble.class)
        .hasMessageContainingAll("'tiem-may/..'", "tenants list");
  }

  @Test
  void wordsTooManyOrTooFewAreRefusedBeforeAnythingIsSent() {
    for (List<String> words :
        List.of(
            List.of("tenants"),
            List.of("tenants", "show"),
            List.of("tenants", "list", "--xml"),
            List.of("tenants", "resume", "a", "b"),
            List.of("tenants", "erase", "a"))) {
      assertThatThrownBy(() -> run("http://127.0.0.1:1", words.toArray(String[]::new)))
          .as("%s", words)
          .isInstanceOf(Trouble.class)
          .hasMessageContaining("tenants")
          .hasMessageNotContaining("nothing answers");
    }
  }

  @Test
  void aBrokenTrailIsSaidInTheExitStatus() throws IOException {
    assertThat(run(url(), "verify-audit", "whole")).isZero();
    assertThat(run(url(), "verify-audit", "broken")).isEqualTo(1);
    assertThat(run(url(), "verify-audit", "broken", "--json")).isEqualTo(1);
    assertThatThrownBy(() -> run(url(), "verify-audit"))
        .isInstanceOf(Trouble.class)
        .hasMessageContaining("which workspace?");
    answers.put("/ops/v1/tenants/nobody/verify-audit", 404);
    assertThatThrownBy(() -> run(url(), "verify-audit", "nobody"))
        .isInstanceOf(Trouble.class)
        .hasMessageContaining("'nobody'");
  }

  @Test
  void theKeyOfATrailIsChangedForAnExistingWorkspace() throws IOException {
    assertThat(run(url(), "rotate-audit-key", "whole")).isZero();
    assertThatThrownBy(() -> run(url(), "rotate-audit-key"))
        .isInstanceOf(Trouble.class)
        .hasMessageContaining("which workspace?");
    answers.put("/ops/v1/tenants/nobody/rotate-audit-key", 404);
    assertThatThrownBy(() -> run(url(), "rotate-audit-key", "nobody"))
        .isInstanceOf(Trouble.class)
        .hasMessageContaining("'nobody'");
  }

  private static String report(boolean whole) {
    return "{\"slug\":\"x\",\"whole\":"
        + whole
        + ",\"entries\":3,\"sealed\":3,\"sealedAt\":null,\"keys\":"
        + "[{\"number\":1,\"after\":0,\"since\":\"2026-03-05T07:30:00Z\"}],\"breaks\":["
        + (whole ? "" : "{\"seq\":2,\"kind\":\"changed\",\"what\":\"bent\"}")
        + "]}";
  }

  private String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private int run(String url, String... words) throws IOException {
    Settings settings =
        Settings.ofEnvironment()
            .at(home, 18_080)
            .with("QUEN_URL", url)
            .with("QUEN_OPERATOR_TOKEN", "qop_test");
    return Operations.run(settings, List.of(words));
  }
}

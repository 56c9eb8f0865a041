package app.quen.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.quen.launcher.demo.RetailCustomers;
import app.quen.launcher.demo.Table;
import app.quen.launcher.http.Api;
import app.quen.launcher.http.Imports;
import app.quen.launcher.instance.Instance;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What a kill -9 of the server leaves undone is done after the next start, and only once. */
class RestartIT {
  private static final int ROWS = 12_000;

  @Test
  void anImportAndItsFactsGoOnAfterTheServerWasKilledInTheMiddle() throws Exception {
    Instance instance = Installations.complete();
    String slug = "restart-" + Long.toHexString(System.nanoTime());
    try (Api api = new Api(instance.settings().localUrl() + "/api/v1")) {
      String tenant = api.post("/signup", signUp(slug)).getJsonObject("workspace").getString("id");
      api.put("/plugins/retail", Json.createObjectBuilder().add("enabled", true).build());
      Table table = RetailCustomers.table(1, ROWS);
      Imports imports = new Imports(api);
      String address = imports.prepare("restart.csv", table.csv(), table::field);
      api.post(address + "/start", JsonValue.EMPTY_JSON_OBJECT);
      await()
          .atMost(Duration.ofMinutes(3))
          .pollInterval(Duration.ofMillis(20))
          .until(() -> rowsDone(api, address) > 0);
      instance.killServer();
      String schema = "t_" + tenant.replace("-", "");
      assertThat(count(instance, schema, "SELECT COUNT(*) FROM customer"))
          .as("the server was to die in the middle of the import")
          .isBetween(1L, ROWS - 1L);

      instance.restartServer();

      JsonObject result = imports.await(address, "completed").getJsonObject("result");
      assertThat(result.getInt("rejected")).isZero();
      assertThat(count(instance, schema, "SELECT COUNT(*) FROM customer")).isEqualTo(ROWS);
      await()
          .atMost(Duration.ofMinutes(3))
          .untilAsserted(
              () ->
                  assertThat(
                          count(
                              instance,
                              schema,
                              "SELECT COUNT(DISTINCT customer_id) FROM customer_history"))
                      .as("each customer's beginning is in its history")
                      .isEqualTo(ROWS));
      try (Api operators =
          new Api(instance.settings().localUrl() + "/ops/v1")
              .withBearer(instance.operatorToken())) {
        await()
            .atMost(Duration.ofMinutes(3))
            .untilAsserted(
                () ->
                    assertThat(operators.get("/tenants/" + slug).getInt("pendingFacts")).isZero());
        assertThat(operators.get("/tenants/" + slug).getInt("deadLetters")).isZero();
      }
    }
  }

  private static JsonObject signUp(String slug) {
    return Json.createObjectBuilder()
        .add("workspaceName", "Tiệm " + slug)
        .add("slug", slug)
        .add("industry", "retail")
        .add("name", "Nguyễn Thị Lan")
        .add("email", slug + "@quen.example")
        .add("password", Business.PASSWORD)
        .add("language", "vi")
        .build();
  }

  private static int rowsDone(Api api, String address) {
    return api.get(address).getJsonObject("progress").getInt("rowsDone");
  }

  private static long count(Instance instance, String schema, String sql)
      throws SQLException, IOException {
    try (Connection root = Objects.requireNonNull(instance.database()).asRoot();
        Statement statement = root.createStatement()) {
      statement.execute("USE " + schema);
      try (ResultSet row = statement.executeQuery(sql)) {
        row.next();
        return row.getLong(1);
      }
    }
  }
}

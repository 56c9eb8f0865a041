package app.quen.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How people stay signed in, prove again who they are, and what their keys may do. */
class SignInIT {

  private static final String WRITE = "application/merge-patch+json";
  private static Business sen;
  private static Business lua;

  @BeforeAll
  static void twoBusinessesSignUp() {
    sen = Business.signUp();
    lua = Business.signUp();
  }

  @Test
  void whatIsDelicateWaitsForAFreshProof() throws Exception {
    var one = Business.signUp();
    var other = Business.signUp();
    provedLongAgo(one);
    var asked = "{\"name\": \"Web\", \"permissions\": [\"customer:read\"]}";

    var refused = one.owner().post("/api/v1/api-keys", asked);
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.problem()).isEqualTo("step-up-required");
    assertThat(one.owner().get("/api/v1/customers/export?format=csv").problem())
        .isEqualTo("step-up-required");
    assertThat(one.owner().post("/api/v1/exports", "{\"format\": \"csv\"}").problem())
        .isEqualTo("step-up-required");
    assertThat(one.owner().get("/api/v1/customers").status()).isEqualTo(200);
    assertThat(one.program().get("/api/v1/customers/export?format=csv").status())
        .as("a program has its key alone")
        .isEqualTo(200);
    assertThat(other.owner().post("/api/v1/api-keys", asked).status()).isEqualTo(201);

    assertThat(confirm(one, "nobody knows this one").problem()).isEqualTo("validation");
    assertThat(one.owner().post("/api/v1/api-keys", asked).problem()).isEqualTo("step-up-required");
    var proved = confirm(one, Business.PASSWORD);
    assertThat(Instant.parse(proved.json().getString("until"))).isAfter(Instant.now());
    assertThat(one.owner().post("/api/v1/api-keys", asked).status()).isEqualTo(201);
  }

  @Test
  void theDescriptionSaysWhatIsDelicate() {
    assertThat(Served.operations())
        .filteredOn(it -> it.description().getBoolean("x-confirmed", false))
        .extracting(Served.Operation::id)
        .contains(
            "createApiKey",
            "addMember",
            "reviseSignInPolicy",
            "startExport",
            "exportCustomers",
            "exportOrders",
            "exportFeedback",
            "exportInteractions",
            "exportTasks");
  }

  @Test
  void aWorkspaceAsksMoreOfItsOwnAndOfNobodyElse() throws Exception {
    var one = Business.signUp();
    var path = "/api/v1/sign-in-policy";
    var read = one.owner().get(path);
    assertThat(read.header("ETag")).isEqualTo("\"v0\"");
    var change = one.owner().with("Content-Type", WRITE).with("If-Match", "\"v0\"");

    var changed = change.send("PATCH", path, "{\"idleMinutes\": 10, \"absoluteMinutes\": 60}");

    assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
    assertThat(changed.json().getInt("idleMinutes")).isEqualTo(10);
    assertThat(change.send("PATCH", path, "{\"idleMinutes\": 20}").problem()).isEqualTo("conflict");
    assertThat(lua.owner().get(path).json().getInt("idleMinutes")).isEqualTo(10080);
    assertThat(one.program().get(path).status()).isEqualTo(200);
    assertThat(
            one.program()
                .with("Content-Type", WRITE)
                .with("If-Match", "\"v1\"")
                .send("PATCH", path, "{\"idleMinutes\": 20}")
                .problem())
        .as("a program does not decide who is signed in")
        .isEqualTo("forbidden");

    set(one, "last_seen_at = last_seen_at - INTERVAL 11 MINUTE");
    assertThat(one.owner().get("/api/v1/session").problem()).isEqualTo("unauthenticated");
    set(lua, "last_seen_at = last_seen_at - INTERVAL 11 MINUTE");
    assertThat(lua.owner().get("/api/v1/session").status()).isEqualTo(200);
  }

  @Test
  void aKeyDoesNoMoreThanWhoMadeIt() {
    var sales = sen.colleague("sales");
    assertThat(
            sales.post("/api/v1/api-keys", "{\"name\": \"K\", \"permissions\": [\"*\"]}").problem())
        .isEqualTo("forbidden");
    var permissions = sen.owner().get("/api/v1/permissions").json().getJsonArray("items");
    assertThat(permissions.getJsonObject(0).getString("name")).isEqualTo("customer:read");
    var listed = sen.owner().get("/api/v1/api-keys").json().getJsonArray("items").getJsonObject(0);
    assertThat(listed.getString("state")).isEqualTo("active");
    assertThat(listed.containsKey("key")).isFalse();
  }

  @Test
  void theKeysAndSessionsOfAMemberWhoIsRemovedEndAtOnce() {
    var one = Business.signUp();
    var second = one.colleague("owner");
    var account = second.get("/api/v1/session").json().getJsonObject("account").getString("id");
    var made =
        second.post(
            "/api/v1/api-keys", "{\"name\": \"Web\", \"permissions\": [\"customer:read\"]}");
    var program = Http.nobody().with("Authorization", "Bearer " + made.json().getString("key"));
    assertThat(made.json().getString("key")).startsWith("quen_live_");
    assertThat(program.get("/api/v1/customers").status()).isEqualTo(200);

    assertThat(one.owner().send("DELETE", "/api/v1/members/" + account, null).status())
        .isEqualTo(204);

    assertThat(program.get("/api/v1/customers").problem()).isEqualTo("unauthenticated");
    assertThat(second.get("/api/v1/session").problem()).isEqualTo("unauthenticated");
    assertThat(one.owner().get("/api/v1/api-keys").body()).contains("\"maker-left\"");
    assertThat(lua.program().get("/api/v1/customers").status()).isEqualTo(200);
  }

  @Test
  void allOtherSessionsEndWithOneRequest() {
    var one = Business.signUp();
    var elsewhere = Business.signedIn(signIn(one));

    assertThat(one.owner().send("DELETE", "/api/v1/account/sessions", null).status())
        .isEqualTo(204);

    assertThat(elsewhere.get("/api/v1/session").problem()).isEqualTo("unauthenticated");
    assertThat(one.owner().get("/api/v1/account/sessions").json().getJsonArray("items")).hasSize(1);
    assertThat(lua.owner().get("/api/v1/session").status()).isEqualTo(200);
  }

  private static Http.Answer signIn(Business one) {
    return Http.nobody()
        .post(
            "/api/v1/session",
            "{\"email\": \"%s\", \"password\": \"%s\"}".formatted(one.email(), Business.PASSWORD));
  }

  private static Http.Answer confirm(Business one, String password) {
    return one.owner()
        .post("/api/v1/session/confirmation", "{\"password\": \"%s\"}".formatted(password));
  }

  private static void provedLongAgo(Business one) throws Exception {
    set(one, "confirmed_at = confirmed_at - INTERVAL 16 MINUTE");
  }

  private static void set(Business one, String what) throws Exception {
    var database = Objects.requireNonNull(Installations.complete().database());
    try (var connection = database.asRoot();
        var statement =
            connection.prepareStatement(
                "UPDATE quen_control.session SET "
                    + what
                    + " WHERE account_id = (SELECT id FROM quen_control.account WHERE email ="
                    + " ?)")) {
      statement.setString(1, one.email());
      if (statement.executeUpdate() == 0) {
        throw new SQLException("no session of " + one.email());
      }
    }
  }
}

package app.quen.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
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
    assertThat(proved.header("Set-Cookie")).startsWith("__Host-quen=");
    assertThat(one.owner().post("/api/v1/api-keys", asked).status()).isEqualTo(201);
  }

  @Test
  void signingInOverAnOpenSessionEndsIt() {
    var one = Business.signUp();
    var before = Business.signedIn(signIn(one));
    var elsewhere = Business.signedIn(signIn(one));

    var in =
        before.post(
            "/api/v1/session",
            "{\"email\": \"%s\", \"password\": \"%s\"}".formatted(one.email(), Business.PASSWORD));

    assertThat(in.status()).as(in.toString()).isEqualTo(200);
    assertThat(before.get("/api/v1/session").problem()).isEqualTo("unauthenticated");
    assertThat(Business.signedIn(in).get("/api/v1/session").status()).isEqualTo(200);
    assertThat(elsewhere.get("/api/v1/session").status()).isEqualTo(200);
    assertThat(lua.owner().get("/api/v1/session").status()).isEqualTo(200);
  }

  @Test
  void theDescriptionSaysWhatIsDelicate() {
    assertThat(Served.operations())
        .filteredOn(it -> it.description().getBoolean("x-confirmed", false))
        .extracting(Served.Operation::id)
        .contains(
            "createApiKey",
            "inviteMember",
            "renewInvitation",
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

  @Test
  void aCodeIsAskedForBesideThePasswordWhereAnApplicationIsSetUp() throws Exception {
    var one = Business.signUp();
    var path = "/api/v1/account/second-factor";
    var begun = one.owner().post(path + "/totp", "");
    assertThat(begun.status()).as(begun.toString()).isEqualTo(200);
    var secret = begun.json().getString("secret");
    var activated =
        one.owner()
            .post(path + "/totp/activation", "{\"code\": \"%s\"}".formatted(code(secret, 0)));
    assertThat(activated.status()).as(activated.toString()).isEqualTo(200);
    assertThat(activated.header("Cache-Control")).contains("no-store");
    var recovery = activated.json().getJsonArray("codes").getString(0);

    assertThat(signIn(one).problem()).isEqualTo("second-factor-required");
    assertThat(signIn(one, code(secret, 0)).problem())
        .as("the code of the set-up was taken")
        .isEqualTo("validation");
    var in = signIn(one, code(secret, 1));
    assertThat(in.status()).as(in.toString()).isEqualTo(200);
    assertThat(signIn(one, recovery).status()).isEqualTo(200);
    assertThat(signIn(one, recovery).problem()).isEqualTo("validation");
    assertThat(signIn(lua).status()).isEqualTo(200);

    var reset = "{\"email\": \"%s\", \"reason\": \"lost phone\"}".formatted(one.email());
    var operators = "/ops/v1/accounts/reset-second-factor";
    assertThat(one.owner().post(operators, reset).status()).isEqualTo(401);
    var done =
        Http.nobody()
            .with("Authorization", "Bearer " + Served.operatorToken())
            .post(operators, reset);
    assertThat(done.status()).as(done.toString()).isEqualTo(200);
    assertThat(signIn(one).status()).isEqualTo(200);
    assertThat(one.owner().get("/api/v1/session").problem()).isEqualTo("unauthenticated");
  }

  @Test
  void aWorkspaceThatWantsASecondFactorLetsItsOwnToTheirAccountOnly() throws Exception {
    var one = Business.signUp();
    var sales = one.colleague("sales");
    var policy =
        one.owner()
            .with("Content-Type", WRITE)
            .with("If-Match", "\"v0\"")
            .send("PATCH", "/api/v1/sign-in-policy", "{\"secondFactor\": true}");
    assertThat(policy.status()).as(policy.toString()).isEqualTo(200);

    assertThat(sales.get("/api/v1/customers").problem()).isEqualTo("second-factor-missing");
    assertThat(one.owner().get("/api/v1/customers").problem()).isEqualTo("second-factor-missing");
    assertThat(one.program().get("/api/v1/customers").status()).isEqualTo(200);
    assertThat(sales.get("/api/v1/session").json().getBoolean("secondFactorMissing")).isTrue();
    assertThat(lua.owner().get("/api/v1/customers").status()).isEqualTo(200);

    var secret = sales.post("/api/v1/account/second-factor/totp", "").json().getString("secret");
    sales.post(
        "/api/v1/account/second-factor/totp/activation",
        "{\"code\": \"%s\"}".formatted(code(secret, 0)));
    assertThat(sales.get("/api/v1/customers").status()).isEqualTo(200);
  }

  @Test
  void aPasskeyIsAskedForWithAFreshChallengeAndNonsenseIsRefused() {
    var begin = Http.nobody().post("/api/v1/session/passkey/challenge", "");
    assertThat(begin.status()).as(begin.toString()).isEqualTo(200);
    assertThat(begin.json().getString("rpId")).isEqualTo("localhost");
    assertThat(begin.json().getJsonArray("credentialIds")).isEmpty();
    assertThat(begin.json().isNull("user")).isTrue();
    var again = Http.nobody().post("/api/v1/session/passkey/challenge", "");
    assertThat(again.json().getString("challenge"))
        .hasSize(43)
        .isNotEqualTo(begin.json().getString("challenge"));

    var nonsense =
        Http.nobody()
            .post(
                "/api/v1/session/passkey",
                "{\"credential\": {\"id\": \"AA\", \"rawId\": \"AA\", \"type\": \"public-key\","
                    + " \"response\": {\"clientDataJSON\": \"e30\", \"authenticatorData\": \"AA\","
                    + " \"signature\": \"AA\"}, \"clientExtensionResults\": {}}}");
    assertThat(nonsense.problem()).as(nonsense.toString()).isEqualTo("validation");

    var own = sen.owner().post("/api/v1/account/passkeys/challenge", "").json();
    var theirs = lua.owner().post("/api/v1/account/passkeys/challenge", "").json();
    assertThat(own.getJsonObject("user").getString("name")).isEqualTo(sen.email());
    assertThat(theirs.getJsonObject("user").getString("name")).isEqualTo(lua.email());
    assertThat(sen.owner().get("/api/v1/account/passkeys").json().getJsonArray("items")).isEmpty();
  }

  /** RFC 6238, as an application on a phone does it. */
  private static String code(String secret, int ahead) throws Exception {
    var bits = new StringBuilder();
    for (var letter : secret.toCharArray()) {
      var value = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter);
      bits.append(Integer.toBinaryString(32 | value).substring(1));
    }
    var key = new byte[bits.length() / 8];
    for (int i = 0; i < key.length; i++) {
      key[i] = (byte) Integer.parseInt(bits.substring(8 * i, 8 * i + 8), 2);
    }
    var mac = Mac.getInstance("HmacSHA1");
    mac.init(new SecretKeySpec(key, "RAW"));
    var step = Instant.now().getEpochSecond() / 30 + ahead;
    var hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
    var number = ByteBuffer.wrap(hash).getInt(hash[19] & 15) & 0x7fffffff;
    return "%06d".formatted(number % 1_000_000);
  }

  private static Http.Answer signIn(Business one, String code) {
    return Http.nobody()
        .post(
            "/api/v1/session",
            "{\"email\": \"%s\", \"password\": \"%s\", \"code\": \"%s\"}"
                .formatted(one.email(), Business.PASSWORD, code));
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
    set(one.email(), what);
  }

  /** Past the API: as if time had gone by. */
  static void set(String email, String what) throws Exception {
    var database = Objects.requireNonNull(Installations.complete().database());
    try (var connection = database.asRoot();
        var statement =
            connection.prepareStatement(
                "UPDATE quen_control.session SET "
                    + what
                    + " WHERE account_id = (SELECT id FROM quen_control.account WHERE email ="
                    + " ?)")) {
      statement.setString(1, email);
      if (statement.executeUpdate() == 0) {
        throw new SQLException("no session of " + email);
      }
    }
  }
}

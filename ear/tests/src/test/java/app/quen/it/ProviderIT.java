package app.quen.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two businesses whose people come in by providers of their own, realms of a real Keycloak. */
class ProviderIT {

  private static final String WRITE = "application/merge-patch+json";
  private static final String PROVIDER = "/api/v1/sign-in-provider";
  private static Keycloak keycloak;
  private static Business sen;
  private static Business lua;

  @BeforeAll
  static void twoBusinessesHaveProvidersOfTheirOwn() throws Exception {
    keycloak =
        Keycloak.start(Served.url().replace("127.0.0.1", "localhost") + "/signin/provider/*");
    sen = Business.signUp();
    lua = Business.signUp();
    assertThat(provide(sen, "sen", "sales").status()).isEqualTo(200);
    assertThat(provide(lua, "lua", "").status()).isEqualTo(200);
  }

  @AfterAll
  static void end() {
    if (keycloak != null) {
      keycloak.close();
    }
  }

  @Test
  void aColleagueComesInByTheProviderAndWorksInThisWorkspaceAlone() {
    assertThat(
            Http.nobody()
                .get("/api/v1/session/provider?workspace=" + sen.slug())
                .json()
                .getString("label"))
        .isEqualTo("Keycloak sen");

    var answer = come(sen, "lan");

    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    var session = answer.json();
    assertThat(session.getBoolean("byProvider")).isTrue();
    assertThat(session.getJsonObject("workspace").getString("slug")).isEqualTo(sen.slug());
    assertThat(session.getJsonObject("workspace").getString("role")).isEqualTo("sales");
    assertThat(session.getJsonObject("account").getString("email")).isEqualTo("lan@sen.example");
    assertThat(session.getJsonArray("workspaces")).hasSize(1);
    var lan = signedIn(answer);
    assertThat(lan.get("/api/v1/customers").status()).isEqualTo(200);
    assertThat(lan.get("/api/v1/session").json().getBoolean("byProvider")).isTrue();
    for (var path :
        new String[] {
          "/api/v1/account/sessions", "/api/v1/account/passkeys", "/api/v1/account/second-factor"
        }) {
      assertThat(lan.get(path).problem()).isEqualTo("own-sign-in-required");
    }
    assertThat(lan.post("/api/v1/account/passkeys/challenge", "").problem())
        .isEqualTo("own-sign-in-required");
    assertThat(
            lan.post(
                    "/api/v1/workspaces",
                    "{\"name\": \"X\", \"slug\": \"x-of-lan\", \"industry\": \"retail\"}")
                .problem())
        .isEqualTo("own-sign-in-required");
    var again = come(sen, "lan").json();
    assertThat(again.getJsonObject("account")).isEqualTo(session.getJsonObject("account"));
    assertThat(lua.owner().get("/api/v1/members").body()).doesNotContain("lan@sen.example");
    assertThat(lan.send("DELETE", "/api/v1/session", null).status()).isEqualTo(204);
    assertThat(lan.get("/api/v1/customers").problem()).isEqualTo("unauthenticated");
  }

  @Test
  void oneWorkspacesProviderOpensNothingInTheOther() {
    var asked = ask(sen);
    var back = keycloak.signIn(asked.address(), "minh");

    assertThat(finish(lua, back, asked.cookie()).problem()).isEqualTo("validation");
    var other = ask(lua);
    var foreign =
        Map.of(
            "state",
            Keycloak.parameters(URI.create(other.address())).get("state"),
            "code",
            back.get("code"));
    assertThat(finish(lua, foreign, other.cookie()).problem())
        .as("the code of sen's provider, for lua's question")
        .isEqualTo("validation");
    var mixed = ask(lua);
    var mixedBack = keycloak.signIn(mixed.address(), "lan");
    assertThat(finish(sen, mixedBack, mixed.cookie()).problem()).isEqualTo("validation");
  }

  @Test
  void whoIsNotKnownOrNotVerifiedOrOfAnotherBrowserStaysOutAndTheWorkspaceIsTold() {
    assertThat(come(lua, "tam").problem()).as("lua adds its people itself").isEqualTo("validation");
    assertThat(come(sen, "hoa").problem())
        .as("nobody has verified the address")
        .isEqualTo("validation");
    var asked = ask(sen);
    var back = keycloak.signIn(asked.address(), "minh");
    assertThat(finish(sen, back, null).problem()).isEqualTo("validation");
    assertThat(finish(sen, back, ask(sen).cookie()).problem()).isEqualTo("validation");
    assertThat(finish(sen, back, asked.cookie()).status()).isEqualTo(200);
    assertThat(finish(sen, back, asked.cookie()).problem()).as("twice").isEqualTo("validation");

    await()
        .untilAsserted(
            () -> {
              assertThat(trail(sen)).contains("email-unverified").doesNotContain("not-invited");
              assertThat(trail(lua)).contains("not-invited").doesNotContain("email-unverified");
            });
  }

  @Test
  void whatIsDelicateWaitsForAFreshProofByTheProvider() throws Exception {
    var one = Business.signUp();
    assertThat(provide(one, "lua", "manager").status()).isEqualTo(200);
    var in = come(one, "minh");
    var minh = signedIn(in);
    SignInIT.set("minh@lua.example", "confirmed_at = confirmed_at - INTERVAL 16 MINUTE");
    var delicate = "/api/v1/customers/export?format=csv";
    assertThat(minh.get(delicate).problem()).isEqualTo("step-up-required");
    assertThat(minh.post("/api/v1/session/confirmation", "{\"password\": \"x\"}").problem())
        .isEqualTo("own-sign-in-required");

    var begun = minh.post("/api/v1/session/confirmation/provider/challenge", "");
    assertThat(begun.status()).as(begun.toString()).isEqualTo(200);
    var address = begun.json().getString("address");
    assertThat(address).contains("prompt=login").contains("max_age=0");
    var back = keycloak.signIn(address, "minh");
    var proved =
        minh.with("Cookie", session(in) + "; " + cookie(begun))
            .post("/api/v1/session/confirmation/provider", body(one, back).toString());
    assertThat(proved.status()).as(proved.toString()).isEqualTo(200);
    assertThat(minh.with("Cookie", session(proved)).get(delicate).status()).isEqualTo(200);
  }

  @Test
  void aWorkspaceCanWantItsProviderOnlyAndTheOwnerKeepsAWayIn() {
    var one = Business.signUp();
    var sales = one.colleague("sales");
    assertThat(provide(one, "sen", "sales").status()).isEqualTo(200);
    assertThat(sales.get("/api/v1/customers").status()).isEqualTo(200);

    var only = revise(one.owner(), 1, "{\"onlyWay\": true}");

    assertThat(only.status()).as(only.toString()).isEqualTo(200);
    assertThat(sales.get("/api/v1/customers").problem()).isEqualTo("provider-required");
    assertThat(sales.get("/api/v1/session").json().getBoolean("providerMissing")).isTrue();
    assertThat(one.owner().get("/api/v1/customers").status()).isEqualTo(200);
    assertThat(one.program().get("/api/v1/customers").status()).isEqualTo(200);
    assertThat(lua.owner().get("/api/v1/customers").status()).isEqualTo(200);
    var mai = signedIn(come(one, "mai"));
    assertThat(mai.get("/api/v1/customers").status()).isEqualTo(200);

    assertThat(one.owner().send("DELETE", PROVIDER, null).status()).isEqualTo(204);
    assertThat(mai.get("/api/v1/customers").problem()).isEqualTo("unauthenticated");
    assertThat(sales.get("/api/v1/customers").status()).isEqualTo(200);
    assertThat(Http.nobody().get("/api/v1/session/provider?workspace=" + one.slug()).problem())
        .isEqualTo("not-found");
  }

  @Test
  void onlyAnOwnerNamesTheProviderAndNobodyReadsItsSecret() {
    var admin = sen.colleague("administrator");
    assertThat(revise(admin, 1, "{\"label\": \"X\"}").problem()).isEqualTo("forbidden");
    assertThat(revise(sen.program(), 1, "{\"label\": \"X\"}").problem()).isEqualTo("forbidden");
    assertThat(sen.owner().get(PROVIDER).body())
        .contains("/signin/provider/" + sen.slug())
        .doesNotContain(Keycloak.SECRET);
    assertThat(lua.owner().get(PROVIDER).body()).doesNotContain("/realms/sen");
    var one = Business.signUp();
    for (var issuer :
        new String[] {"https://169.254.169.254/x", "http://127.0.0.1:1", "https://[::1]/x"}) {
      var refused =
          revise(
              one.owner(),
              0,
              """
              {"issuer": "%s", "clientId": "quen", "clientSecret": "x", "label": "X",
               "domains": ["x.example"]}\
              """
                  .formatted(issuer));
      assertThat(refused.problem()).as(issuer + " " + refused).isEqualTo("validation");
      assertThat(refused.body()).contains("not-allowed");
    }
  }

  private static Http.Answer provide(Business business, String realm, String role) {
    return revise(
        business.owner(),
        0,
        """
        {"issuer": "%s", "clientId": "quen", "clientSecret": "%s", "label": "Keycloak %s",
         "domains": ["%s.example"], "joinRole": "%s"}\
        """
            .formatted(keycloak.issuer(realm), Keycloak.SECRET, realm, realm, role));
  }

  private static Http.Answer revise(Http who, int version, String body) {
    return who.with("Content-Type", WRITE)
        .with("If-Match", "\"v%d\"".formatted(version))
        .send("PATCH", PROVIDER, body);
  }

  /** Where the browser is sent, and the cookie that it keeps. */
  private record Asked(String address, String cookie) {}

  private static Asked ask(Business business) {
    var begun =
        Http.nobody()
            .post(
                "/api/v1/session/provider/challenge",
                "{\"workspace\": \"%s\"}".formatted(business.slug()));
    assertThat(begun.status()).as(begun.toString()).isEqualTo(200);
    return new Asked(begun.json().getString("address"), cookie(begun));
  }

  private static String cookie(Http.Answer answer) {
    var cookie = answer.header("Set-Cookie");
    assertThat(cookie).contains("HttpOnly").contains("Secure").contains("SameSite=Lax");
    return cookie.substring(0, cookie.indexOf(';'));
  }

  /** The answer also takes the other cookie away. */
  private static Http signedIn(Http.Answer answer) {
    return Http.nobody()
        .with("Cookie", session(answer))
        .with("X-CSRF-Token", answer.json().getString("csrfToken"));
  }

  private static String session(Http.Answer answer) {
    return answer.response().headers().allValues("Set-Cookie").stream()
        .filter(cookie -> cookie.startsWith("__Host-quen="))
        .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
        .findFirst()
        .orElseThrow(() -> new AssertionError("not signed in: " + answer));
  }

  private static Http.Answer come(Business business, String name) {
    var asked = ask(business);
    return finish(business, keycloak.signIn(asked.address(), name), asked.cookie());
  }

  private static Http.Answer finish(
      Business business, Map<String, String> back, @Nullable String cookie) {
    var browser = cookie == null ? Http.nobody() : Http.nobody().with("Cookie", cookie);
    return browser.post("/api/v1/session/provider", body(business, back).toString());
  }

  private static JsonObject body(Business business, Map<String, String> back) {
    var body =
        Json.createObjectBuilder()
            .add("workspace", business.slug())
            .add("state", back.get("state"))
            .add("code", back.get("code"));
    if (back.containsKey("iss")) {
      body.add("issuer", back.get("iss"));
    }
    return body.build();
  }

  private static String trail(Business business) {
    return business.owner().get("/api/v1/audit?act=SignInFailed&limit=200").body();
  }
}

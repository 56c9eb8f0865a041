package app.quen.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ApiCredentialsIT {

  private static final String ANY = UUID.randomUUID().toString();
  private static Business sen;

  static java.util.List<Served.Operation> operations() {
    return Served.operations().stream().filter(operation -> !operation.isOpen()).toList();
  }

  @BeforeAll
  static void aBusinessSignsUp() {
    sen = Business.signUp();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("operations")
  void withoutACredentialNothingIsAnswered(Served.Operation operation) {
    var answer = call(Http.nobody(), operation);

    assertThat(answer.problem()).as(answer.toString()).isEqualTo("unauthenticated");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("operations")
  void aCookieAloneChangesNothing(Served.Operation operation) {
    if (operation.isSafe()) {
      return;
    }
    var answer = call(sen.owner().without("X-CSRF-Token"), operation);

    assertThat(answer.problem()).as(answer.toString()).isEqualTo("forbidden");
    assertThat(call(sen.owner().with("X-CSRF-Token", "guessed"), operation).problem())
        .isEqualTo("forbidden");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("operations")
  void anApiKeyReachesNothingThatConcernsAnAccount(Served.Operation operation) {
    if (!operation.isForPrograms()) {
      var answer = call(sen.program(), operation);

      assertThat(answer.problem()).as(answer.toString()).isEqualTo("forbidden");
    }
  }

  @Test
  void theCookieIsKeptToTheHostAndFromScripts() {
    var answer = signIn(Business.PASSWORD);

    assertThat(answer.header("Set-Cookie"))
        .startsWith("__Host-quen=")
        .contains("Secure")
        .contains("HttpOnly")
        .containsIgnoringCase("SameSite=Lax")
        .contains("Path=/")
        .doesNotContain("Domain");
    assertThat(answer.header("Cache-Control")).contains("no-store");
  }

  @Test
  void aWrongPasswordAndAnUnknownAddressLookTheSame() {
    var wrong = signIn("not-the-password-at-all");
    var unknown =
        Http.nobody()
            .post(
                "/api/v1/session",
                "{\"email\": \"nobody@quen.example\", \"password\": \"not-the-password-at-all\"}");

    assertThat(wrong.status()).isEqualTo(401).isEqualTo(unknown.status());
    assertThat(wrong.json().getString("detail")).isEqualTo(unknown.json().getString("detail"));
  }

  @Test
  void signingOutEndsTheSessionAtOnce() {
    var session = Business.signedIn(signIn(Business.PASSWORD));
    assertThat(session.get("/api/v1/session").status()).isEqualTo(200);

    var out = session.send("DELETE", "/api/v1/session", null);

    assertThat(out.status()).isEqualTo(204);
    assertThat(out.header("Set-Cookie")).contains("Max-Age=0");
    assertThat(session.get("/api/v1/session").problem()).isEqualTo("unauthenticated");
  }

  @Test
  void aRevokedKeyIsRefusedAtOnce() {
    var made =
        sen.owner()
            .post("/api/v1/api-keys", "{\"name\": \"Old\", \"permissions\": [\"customer:read\"]}");
    var program = Http.nobody().with("Authorization", "Bearer " + made.json().getString("key"));
    assertThat(program.get("/api/v1/customers").status()).isEqualTo(200);
    assertThat(program.get("/api/v1/members").json().getString("permission"))
        .isEqualTo("member:read");

    sen.owner().send("DELETE", "/api/v1/api-keys/" + made.json().getString("id"), null);

    assertThat(program.get("/api/v1/customers").problem()).isEqualTo("unauthenticated");
  }

  @Test
  void aBadKeyIsNotMadeGoodByACookie() {
    var both = sen.owner().with("Authorization", "Bearer quen_nothing_nothing");

    assertThat(both.get("/api/v1/customers").problem()).isEqualTo("unauthenticated");
  }

  @Test
  void anotherSiteCannotSignAnybodyIn() {
    var answer =
        Http.nobody()
            .with("Sec-Fetch-Site", "cross-site")
            .post("/api/v1/session", "{\"email\": \"a@b.c\", \"password\": \"x\"}");

    assertThat(answer.problem()).isEqualTo("forbidden");
  }

  @Test
  void tooManyFailuresSayWhenToComeAgain() {
    var victim = Business.signUp();
    Http.Answer answer = null;
    for (int i = 0; i < 30 && (answer == null || answer.status() != 429); i++) {
      answer =
          Http.nobody()
              .post(
                  "/api/v1/session",
                  "{\"email\": \"%s\", \"password\": \"wrong-%d-wrong\"}"
                      .formatted(victim.email(), i));
    }

    assertThat(answer.problem()).isEqualTo("too-many-requests");
    assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
  }

  @Test
  void aTakenAddressAndAWeakPasswordAreFieldErrors() {
    var body =
        """
        {"workspaceName": "Sen", "slug": "%s", "industry": "retail", "name": "Lan",
         "email": "new-%s@quen.example", "password": "%s", "language": "vi"}\
        """;

    var taken =
        Http.nobody()
            .post("/api/v1/signup", body.formatted(sen.slug(), sen.slug(), Business.PASSWORD));
    var weak =
        Http.nobody()
            .post("/api/v1/signup", body.formatted(sen.slug() + "x", sen.slug(), "password"));

    assertThat(taken.problem()).isEqualTo("taken");
    assertThat(taken.json().getJsonArray("errors").getJsonObject(0).getString("field"))
        .isEqualTo("slug");
    assertThat(weak.problem()).isEqualTo("validation");
    assertThat(weak.json().getJsonArray("errors").getJsonObject(0).getString("field"))
        .isEqualTo("password");
  }

  private static Http.Answer signIn(String password) {
    return Http.nobody()
        .post(
            "/api/v1/session",
            "{\"email\": \"%s\", \"password\": \"%s\"}".formatted(sen.email(), password));
  }

  private static Http.Answer call(Http client, Served.Operation operation) {
    return ApiIsolationIT.call(client, operation, ANY);
  }
}

package app.quen.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A business that has just signed up, for one test.
 *
 * @param owner its owner, signed in: cookie and CSRF token
 * @param program an API key with every permission that one can have
 */
record Business(String slug, String email, JsonObject session, Http owner, Http program) {

  static final String PASSWORD = "mot-bong-sen-trong-ao-lang";

  static Business signUp() {
    var slug = "t" + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    var email = slug + "@quen.example";
    var answer =
        Http.nobody()
            .post(
                "/api/v1/signup",
                """
                {"workspaceName": "Tiệm %1$s", "slug": "%1$s", "industry": "retail",
                 "name": "Nguyễn Thị Lan", "email": "%2$s", "password": "%3$s",
                 "language": "vi"}\
                """
                    .formatted(slug, email, PASSWORD));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    var owner = signedIn(answer);
    return new Business(slug, email, answer.json(), owner, program(owner, answer.json()));
  }

  /** The client that goes on with the session that this answer opened. */
  static Http signedIn(Http.Answer answer) {
    var cookie = answer.header("Set-Cookie");
    return Http.nobody()
        .with("Cookie", cookie.substring(0, cookie.indexOf(';')))
        .with("X-CSRF-Token", answer.json().getString("csrfToken"));
  }

  private static Http program(Http owner, JsonObject session) {
    var key =
        owner.post(
            "/api/v1/api-keys",
            "{\"name\": \"Tests\", \"permissions\": %s}"
                .formatted(session.getJsonArray("permissions")));
    assertThat(key.status()).as(key.toString()).isEqualTo(201);
    return Http.nobody().with("Authorization", "Bearer " + key.json().getString("key"));
  }

  /** A colleague with this role, signed in. */
  Http colleague(String role) {
    var number = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
    var token = invite(role + number + "@" + slug + ".example", role);
    var come =
        Http.nobody()
            .post(
                "/api/v1/invitation/account",
                "{\"token\": \"%s\", \"name\": \"%s\", \"password\": \"%s\"}"
                    .formatted(token, role, PASSWORD));
    assertThat(come.status()).as(come.toString()).isEqualTo(200);
    return signedIn(come);
  }

  /** The token of the link that the owner is to hand over. */
  String invite(String email, String role) {
    var invited =
        owner.post(
            "/api/v1/invitations", "{\"email\": \"%s\", \"role\": \"%s\"}".formatted(email, role));
    assertThat(invited.status()).as(invited.toString()).isEqualTo(201);
    var link = invited.json().getString("link");
    return link.substring(link.indexOf('#') + 1);
  }

  String register(String name) {
    var answer = owner.post("/api/v1/customers", "{\"name\": \"%s\"}".formatted(name));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    return answer.json().getString("id");
  }
}

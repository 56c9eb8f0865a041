package app.quen.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** People come into a workspace by an invitation and by nothing else. */
class InvitationsIT {

  private static final String INVITATIONS = "/api/v1/invitations";
  private static Business sen;
  private static Business lua;

  @BeforeAll
  static void twoBusinessesSignUp() {
    sen = Business.signUp();
    lua = Business.signUp();
  }

  @Test
  void nobodyInvitesToMoreThanTheyHave() {
    var administrator = sen.colleague("administrator");
    var asked = "{\"email\": \"chu@%s.example\", \"role\": \"owner\"}".formatted(sen.slug());

    assertThat(administrator.post(INVITATIONS, asked).body()).contains("beyond-own");
    var waiting = sen.owner().post(INVITATIONS, asked).json().getString("id");

    assertThat(administrator.post(INVITATIONS + "/" + waiting + "/renewal", "").body())
        .as("who renews is handed the link")
        .contains("beyond-own")
        .doesNotContain("#");
    assertThat(sen.colleague("sales").post(INVITATIONS, asked).problem()).isEqualTo("forbidden");
    assertThat(sen.colleague("sales").get(INVITATIONS).problem()).isEqualTo("forbidden");
    assertThat(sen.owner().get(INVITATIONS).body()).contains(waiting).doesNotContain("#");
    assertThat(lua.owner().get(INVITATIONS).body()).doesNotContain(waiting);
  }

  @Test
  void whoHasAnAccountAcceptsWithItAndNobodyElse() {
    var guest = Business.signUp();
    var token = body(sen.invite(guest.email(), "sales"));

    assertThat(guest.owner().get("/api/v1/session").json().getJsonArray("workspaces"))
        .as("an account is not joined by somebody else")
        .hasSize(1);
    var anew = token.replace("}", ", \"name\": \"X\", \"password\": \"mot-bong-sen-khac-han\"}");
    assertThat(Http.nobody().post("/api/v1/invitation/account", anew).problem()).isEqualTo("taken");
    assertThat(lua.owner().post("/api/v1/invitation/membership", token).body())
        .contains("other-account");
    assertThat(guest.program().post("/api/v1/invitation/membership", token).problem())
        .isEqualTo("forbidden");

    var joined = guest.owner().post("/api/v1/invitation/membership", token);

    assertThat(joined.status()).as(joined.toString()).isEqualTo(200);
    assertThat(joined.json().getJsonObject("workspace").getString("slug")).isEqualTo(sen.slug());
    assertThat(guest.owner().post("/api/v1/invitation/membership", token).problem())
        .isEqualTo("not-found");
    await()
        .untilAsserted(
            () ->
                assertThat(sen.owner().get("/api/v1/audit?act=InvitationAccepted").body())
                    .contains("InvitationAccepted"));
    assertThat(lua.owner().get("/api/v1/members").body()).doesNotContain(guest.email());
  }

  @Test
  void aLinkSaysWhoInvitesToWhatUntilItIsTakenBack() {
    var email = "minh@" + lua.slug() + ".example";
    var token = body(lua.invite(email, "viewer"));

    var shown = Http.nobody().post("/api/v1/invitation", token);
    assertThat(shown.json().getString("email")).isEqualTo(email);
    assertThat(shown.json().getString("workspace")).contains(lua.slug());
    assertThat(lua.owner().get("/api/v1/members").body()).doesNotContain(email);

    var id =
        lua.owner().get(INVITATIONS).json().getJsonArray("items").getJsonObject(0).getString("id");
    assertThat(sen.owner().send("DELETE", INVITATIONS + "/" + id, null).problem())
        .isEqualTo("not-found");
    assertThat(lua.owner().send("DELETE", INVITATIONS + "/" + id, null).status()).isEqualTo(204);
    assertThat(Http.nobody().post("/api/v1/invitation", token).problem()).isEqualTo("not-found");
  }

  private static String body(String token) {
    return "{\"token\": \"%s\"}".formatted(token);
  }
}

package app.quen.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a client sends again because it got no answer happens once. */
class ApiRepeatsIT {

  private static Business sen;
  private static Business other;

  private final String key = UUID.randomUUID().toString();

  @BeforeAll
  static void twoBusinessesSignUp() {
    sen = Business.signUp();
    other = Business.signUp();
  }

  @Test
  void aFileIsUploadedOnceAndItsAnswerGivenAgain() {
    var path = "/api/v1/imports?fileName=khach.csv";
    var csv = "Họ và tên,SĐT\nAn,0912345678\n";
    var program = csv(sen.program());

    var first = program.post(path, csv);
    var again = program.post(path, csv);

    assertThat(first.status()).as(first.toString()).isEqualTo(201);
    assertThat(first.header("Idempotency-Replayed")).isEmpty();
    replayed(again);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.header("Location"))
        .isEqualTo(first.header("Location"))
        .endsWith("/api/v1/imports/" + first.json().getString("id"));
    assertThat(sen.owner().get("/api/v1/imports").json().getJsonArray("items")).hasSize(1);
    mismatch(program.post(path, csv + "Bình,0987654321\n"));
    mismatch(program.post("/api/v1/imports?fileName=another.csv", csv));
    assertThat(csv(other.program()).post(path, csv).header("Idempotency-Replayed")).isEmpty();
  }

  private Http csv(Http client) {
    return client.with("Idempotency-Key", key).with("Content-Type", "text/csv");
  }

  @Test
  void aWorkspaceIsFoundedOnce() {
    var business = Business.signUp();
    var owner = business.owner().with("Idempotency-Key", key);
    var body = "{\"name\": \"Quán\", \"slug\": \"%s\", \"industry\": \"services\"}";

    var first = owner.post("/api/v1/workspaces", body.formatted("w" + business.slug()));
    var again = owner.post("/api/v1/workspaces", body.formatted("w" + business.slug()));

    assertThat(first.status()).as(first.toString()).isEqualTo(201);
    replayed(again);
    assertThat(again.json()).isEqualTo(first.json());
    assertThat(again.json().getJsonArray("workspaces")).hasSize(2);
    mismatch(owner.post("/api/v1/workspaces", body.formatted("v" + business.slug())));
  }

  @Test
  void aSignUpThatIsRepeatedOpensASessionOfItsOwn() {
    var slug = "r" + key;
    var client = Http.nobody().with("Idempotency-Key", key);

    var first = client.post("/api/v1/signup", signUp(slug, Business.PASSWORD));
    var again = client.post("/api/v1/signup", signUp(slug, Business.PASSWORD));

    assertThat(first.status()).as(first.toString()).isEqualTo(201);
    replayed(again);
    assertThat(again.header("Set-Cookie"))
        .startsWith("__Host-quen=")
        .isNotEqualTo(first.header("Set-Cookie"));
    assertThat(again.header("Cache-Control")).contains("no-store");
    assertThat(again.json().getJsonObject("workspace"))
        .isEqualTo(first.json().getJsonObject("workspace"));
    assertThat(Business.signedIn(again).get("/api/v1/session").status()).isEqualTo(200);
    var stranger = client.post("/api/v1/signup", signUp(slug, "mot-mat-khau-khac-han"));
    mismatch(stranger);
    assertThat(stranger.header("Set-Cookie")).isEmpty();
    mismatch(client.post("/api/v1/signup", signUp(slug, Business.PASSWORD).replace("Lan", "Hoa")));
  }

  private static String signUp(String slug, String password) {
    return """
    {"workspaceName": "Tiệm", "slug": "%1$s", "industry": "retail", "name": "Nguyễn Thị Lan",
     "email": "%1$s@quen.example", "password": "%2$s", "language": "vi"}\
    """
        .formatted(slug, password);
  }

  @Test
  void aKeyThatIsNoneIsRefusedEverywhere() {
    var bad = sen.owner().with("Idempotency-Key", "hai chu");
    var workspace = "{\"name\": \"x\", \"slug\": \"xyz-khong-co\", \"industry\": \"retail\"}";

    for (var answer :
        List.of(
            bad.post("/api/v1/customers", "{\"name\": \"x\"}"),
            bad.post("/api/v1/workspaces", workspace))) {
      assertThat(answer.problem()).as(answer.toString()).isEqualTo("validation");
      assertThat(answer.body()).contains("Idempotency-Key");
    }
  }

  private static void replayed(Http.Answer answer) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    assertThat(answer.header("Idempotency-Replayed")).isEqualTo("true");
  }

  private static void mismatch(Http.Answer answer) {
    assertThat(answer.problem()).as(answer.toString()).isEqualTo("idempotency-mismatch");
  }
}

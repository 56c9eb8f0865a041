package app.quen.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Consents, links, sources and origins as a program uses them. */
class ConsentsIT {

  private static final String TEXT = "Tôi đồng ý nhận tin khuyến mãi.";
  private static Business sen;
  private static String purpose;

  @BeforeAll
  static void aBusinessAsksForConsent() {
    sen = Business.signUp();
    var made =
        sen.owner()
            .post(
                "/api/v1/consent-purposes",
                """
                {"key": "marketing", "name": {"vi": "Tin khuyến mãi", "en": "Offers"},
                 "text": {"vi": "%s", "en": "I agree to get offers."}}\
                """
                    .formatted(TEXT));
    assertThat(made.status()).as(made.toString()).isEqualTo(201);
    assertThat(made.header("Location")).endsWith(made.json().getString("id"));
    purpose = made.json().getString("id");
  }

  @Test
  void aConsentIsRecordedOnceCheckedAndWithdrawn() {
    var path = "/api/v1/customers/" + sen.register("Hoa") + "/consents";
    var check = path + "/check?channel=email&purposeId=" + purpose;
    assertThat(sen.program().get(check).json().getString("reason")).isEqualTo("missing");

    var once = sen.program().with("Idempotency-Key", "consent-1");
    var granted = once.post(path, said("granted", "{\"textShown\": \"" + TEXT + "\"}"));
    var again = once.post(path, said("granted", "{\"textShown\": \"" + TEXT + "\"}"));

    assertThat(granted.status()).as(granted.toString()).isEqualTo(201);
    assertThat(granted.json().getInt("version")).isEqualTo(1);
    assertThat(again.body()).isEqualTo(granted.body());
    var verdict = sen.program().get(check);
    assertThat(verdict.json().getBoolean("allowed")).isTrue();
    assertThat(verdict.json().getJsonObject("proof").getJsonObject("proof").getString("textShown"))
        .isEqualTo(TEXT);
    assertThat(sen.owner().post(path, said("withdrawn", "null")).status()).isEqualTo(201);
    assertThat(sen.owner().get(check).json().getBoolean("allowed")).isFalse();
    var states = sen.owner().get(path).json().getJsonArray("items");
    assertThat(states).hasSize(4);
    assertThat(states.getJsonObject(0).getString("state")).isEqualTo("withdrawn");
    assertThat(states.getJsonObject(1).getString("state")).isEqualTo("missing");
    assertThat(sen.owner().get(path + "/history").json().getJsonArray("items")).hasSize(2);
  }

  @Test
  void aConsentWithoutAProofIsNone() {
    var path = "/api/v1/customers/" + sen.register("Hoa") + "/consents";
    var answer = sen.owner().post(path, said("granted", "null"));
    assertThat(answer.problem()).isEqualTo("validation");
    assertThat(answer.body()).contains("proof.textShown");
  }

  private static String said(String state, String proof) {
    return "{\"purposeId\": \"%s\", \"channel\": \"email\", \"state\": \"%s\", \"proof\": %s}"
        .formatted(purpose, state, proof);
  }

  @Test
  void aLinkIsSeenFromBothEndsAndEnds() {
    var mother = sen.register("Mẹ");
    var child = sen.register("Con");
    var made =
        sen.program()
            .post(
                "/api/v1/customers/" + mother + "/links",
                "{\"otherId\": \"" + child + "\", \"type\": \"parent-of\", \"note\": \"Ruột\"}");
    assertThat(made.status()).as(made.toString()).isEqualTo(201);
    var seen =
        sen.program()
            .get("/api/v1/customers/" + child + "/links")
            .json()
            .getJsonArray("items")
            .getJsonObject(0);
    assertThat(seen.getString("direction")).isEqualTo("in");
    assertThat(seen.getJsonObject("label").getString("vi")).isEqualTo("Con của");
    var path = "/api/v1/links/" + made.json().getString("id");
    var ended =
        sen.program()
            .with("Content-Type", "application/merge-patch+json")
            .with("If-Match", made.header("ETag"))
            .send("PATCH", path, "{\"until\": \"2026-06-30\"}");
    assertThat(ended.json().getString("until")).isEqualTo("2026-06-30");
    assertThat(ended.json().getString("note")).isEqualTo("Ruột");
    assertThat(sen.program().send("DELETE", path, null).status()).isEqualTo(204);
    assertThat(sen.program().get(path).problem()).isEqualTo("not-found");
  }

  @Test
  void aCustomerComesFromASourceAndEachValueSaysFromWhich() {
    var source =
        sen.owner()
            .post(
                "/api/v1/sources",
                "{\"name\": \"Hội chợ\", \"kind\": \"form\", \"purpose\": {\"vi\": \"Tư vấn\","
                    + " \"en\": \"Advice\"}}")
            .json()
            .getString("id");
    var made =
        sen.owner()
            .post(
                "/api/v1/customers",
                "{\"name\": \"Hoa\", \"sourceId\": \"" + source + "\", \"occupation\": \"Y tá\"}");
    assertThat(made.status()).as(made.toString()).isEqualTo(201);
    assertThat(made.json().getString("sourceId")).isEqualTo(source);

    var origins =
        sen.owner().get("/api/v1/customers/" + made.json().getString("id") + "/origins").json();

    var occupation = origins.getJsonObject("fields").getJsonObject("occupation");
    assertThat(occupation.getString("value")).isEqualTo("Y tá");
    assertThat(occupation.getJsonObject("source").getString("name")).isEqualTo("Hội chợ");
    assertThat(occupation.getString("confidence")).isEqualTo("high");
    assertThat(
            sen.owner()
                .with("Content-Type", "application/merge-patch+json")
                .with("If-Match", "\"v1\"")
                .send("PATCH", "/api/v1/sources/" + source, "{\"active\": false}")
                .json()
                .getBoolean("active"))
        .isFalse();
    assertThat(
            sen.owner()
                .post("/api/v1/customers", "{\"name\": \"An\", \"sourceId\": \"" + source + "\"}")
                .problem())
        .isEqualTo("validation");
  }
}

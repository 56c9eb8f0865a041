package app.quen.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ApiChangesIT {

  private static final String HOA = "{\"name\": \"Trần Thị Hoa\", \"occupation\": \"Giáo viên\"}";
  private static Business sen;

  @BeforeAll
  static void aBusinessSignsUp() {
    sen = Business.signUp();
  }

  @Test
  void aNewCustomerSaysWhereItIsAndAtWhichVersion() {
    var made = sen.owner().post("/api/v1/customers", HOA);

    assertThat(made.status()).isEqualTo(201);
    assertThat(made.header("Location"))
        .endsWith("/api/v1/customers/" + made.json().getString("id"));
    assertThat(made.header("ETag")).isEqualTo("\"v1\"");
  }

  @Test
  void aChangeNeedsTheVersionThatWasRead() {
    var path = path(sen.owner().post("/api/v1/customers", HOA));

    assertThat(patch(sen.owner(), path, "{\"tags\": [\"vip\"]}").problem())
        .isEqualTo("precondition-required");
    assertThat(patch(sen.owner().with("If-Match", "*"), path, "{}").problem())
        .isEqualTo("bad-request");
    var changed = patch(sen.owner().with("If-Match", "\"v1\""), path, "{\"tags\": [\"vip\"]}");
    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.header("ETag")).isEqualTo("\"v2\"");
  }

  @Test
  void whoComesSecondIsToldWhatHasChanged() {
    var path = path(sen.owner().post("/api/v1/customers", HOA));
    patch(sen.owner().with("If-Match", "\"v1\""), path, "{\"occupation\": \"Bác sĩ\"}");

    var second =
        patch(sen.owner().with("If-Match", "\"v1\""), path, "{\"occupation\": \"Luật sư\"}");

    assertThat(second.problem()).isEqualTo("conflict");
    assertThat(second.status()).isEqualTo(412);
    assertThat(second.header("ETag")).isEqualTo("\"v2\"");
    assertThat(second.json().getJsonObject("current").getString("occupation")).isEqualTo("Bác sĩ");
    assertThat(second.json().getJsonArray("changedFields").toString())
        .isEqualTo("[\"occupation\"]");
  }

  @Test
  void whatIsAbsentStaysAndNullEmpties() {
    var path = path(sen.owner().post("/api/v1/customers", HOA));

    var changed =
        patch(
            sen.owner().with("If-Match", "\"v1\""),
            path,
            "{\"occupation\": null, \"birthPlace\": \"Huế\"}");

    assertThat(changed.json().isNull("occupation")).isTrue();
    assertThat(changed.json().getString("birthPlace")).isEqualTo("Huế");
    assertThat(changed.json().getString("name")).isEqualTo("Trần Thị Hoa");
  }

  @Test
  void aRepeatedRequestMakesNoSecondCustomer() {
    var once = sen.program().with("Idempotency-Key", "order-4711");

    var first = once.post("/api/v1/customers", HOA);
    var again = once.post("/api/v1/customers", HOA);

    assertThat(again.status()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(once.post("/api/v1/customers", "{\"name\": \"Khác\"}").problem())
        .isEqualTo("idempotency-mismatch");
  }

  @Test
  void theSameKeyOfAnotherBusinessIsAnotherKey() {
    var other = Business.signUp();

    var ours = sen.program().with("Idempotency-Key", "k-1").post("/api/v1/customers", HOA);
    var theirs = other.program().with("Idempotency-Key", "k-1").post("/api/v1/customers", HOA);

    assertThat(theirs.status()).isEqualTo(201);
    assertThat(theirs.json().getString("id")).isNotEqualTo(ours.json().getString("id"));
    assertThat(theirs.header("Idempotency-Replayed")).isEmpty();
  }

  @Test
  void everyThingThatIsWrongIsSaidAtOnce() {
    var answer =
        sen.owner()
            .with("Accept-Language", "en")
            .post(
                "/api/v1/customers",
                "{\"name\": \"\", \"birthDate\": \"2999-01-01\", \"emails\": [{\"value\":"
                    + " \"x\"}]}");

    assertThat(answer.problem()).isEqualTo("validation");
    assertThat(answer.json().getJsonArray("errors"))
        .extracting(error -> error.asJsonObject().getString("field"))
        .contains("birthDate", "emails[0].value");
  }

  @Test
  void pluginFieldsAreThereOnlyWhereThePluginIsSwitchedOn() {
    var other = Business.signUp();
    var on = sen.owner().send("PUT", "/api/v1/plugins/retail", "{\"enabled\": true}");
    assertThat(on.status()).as(on.toString()).isEqualTo(200);

    assertThat(sen.owner().get("/api/v1/fields").body()).contains("\"retail.");
    assertThat(other.owner().get("/api/v1/fields").body()).doesNotContain("\"retail.");
    assertThat(sen.owner().send("PUT", "/api/v1/plugins/none", "{\"enabled\": true}").problem())
        .isEqualTo("not-found");
  }

  private static String path(Http.Answer made) {
    return "/api/v1/customers/" + made.json().getString("id");
  }

  private static Http.Answer patch(Http client, String path, String body) {
    return client.with("Content-Type", "application/merge-patch+json").send("PATCH", path, body);
  }
}

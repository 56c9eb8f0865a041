package app.quen.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FieldsIT {

  private static final String TIER =
      """
      {"key": "tier", "type": "choice", "label": {"vi": "Hạng thẻ", "en": "Card tier"}, "choices": ["Vàng", "Bạc"],
       "searchable": true, "required": true, "visibleWhen": "record.stage == 'customer'"}\
      """;

  private static Business sen;
  private static Business other;

  @BeforeAll
  static void twoBusinessesSignUp() {
    sen = Business.signUp();
    other = Business.signUp();
  }

  @Test
  void aFieldWithARuleHoldsForFormsAndProgramsOfItsWorkspaceOnly() {
    var added = sen.owner().post("/api/v1/fields", TIER);
    assertThat(added.status()).as(added.toString()).isEqualTo(201);
    assertThat(added.json().getString("key")).isEqualTo("workspace.tier");
    assertThat(added.header("ETag")).isEqualTo("\"v1\"");

    var lead = sen.program().post("/api/v1/customers", "{\"name\": \"An\"}");
    assertThat(lead.status()).as(lead.toString()).isEqualTo(201);
    var refused =
        sen.program().post("/api/v1/customers", "{\"name\": \"B\", \"stage\": \"customer\"}");
    assertThat(refused.problem()).isEqualTo("validation");
    assertThat(refused.json().getJsonArray("errors").getJsonObject(0).getString("field"))
        .isEqualTo("workspace.tier");
    var told =
        sen.owner()
            .post("/api/v1/fields/evaluate", "{\"draft\": {\"stage\": \"lead\", \"fields\": {}}}");
    assertThat(told.json().getJsonArray("hidden").toString()).isEqualTo("[\"workspace.tier\"]");
    var made =
        sen.owner()
            .post(
                "/api/v1/customers",
                "{\"name\": \"C\", \"stage\": \"customer\", \"fields\": {\"workspace.tier\":"
                    + " \"vang\"}}");
    assertThat(made.status()).as(made.toString()).isEqualTo(201);
    assertThat(
            sen.owner()
                .get("/api/v1/customers?filter=workspace.tier:eq:vang")
                .json()
                .getJsonArray("items"))
        .hasSize(1);
    assertThat(other.owner().get("/api/v1/fields/workspace.tier").status()).isEqualTo(404);
    assertThat(
            other
                .owner()
                .post("/api/v1/customers", "{\"name\": \"B\", \"stage\": \"customer\"}")
                .status())
        .isEqualTo(201);
  }

  @Test
  void aMistakeInARuleIsSaidInTheLanguageOfWhoMadeIt() {
    var refused =
        sen.owner()
            .with("Accept-Language", "en")
            .post(
                "/api/v1/fields",
                "{\"type\": \"text\", \"label\": \"X\", \"visibleWhen\": \"record.nope == 1\"}");

    assertThat(refused.problem()).isEqualTo("validation");
    assertThat(refused.json().getJsonArray("errors").getJsonObject(0).getString("message"))
        .contains("at character")
        .contains("record.workspace");
  }

  @Test
  void aFieldIsChangedConvertedLaidOutAndRetired() {
    var added =
        sen.owner()
            .post(
                "/api/v1/fields",
                "{\"key\": \"size\", \"type\": \"text\", \"label\": \"Cỡ giày\"}");
    assertThat(added.status()).as(added.toString()).isEqualTo(201);
    var path = "/api/v1/fields/workspace.size";
    var changed =
        sen.owner()
            .with("If-Match", "\"v1\"")
            .send("PATCH", path, "{\"label\": {\"vi\": \"Cỡ\", \"en\": \"Size\"}}");
    assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
    assertThat(
            sen.owner()
                .with("If-Match", "\"v1\"")
                .send("PATCH", path, "{\"required\": true}")
                .problem())
        .isEqualTo("conflict");
    sen.owner()
        .post("/api/v1/customers", "{\"name\": \"D\", \"fields\": {\"workspace.size\": \"38\"}}");
    sen.owner()
        .post("/api/v1/customers", "{\"name\": \"E\", \"fields\": {\"workspace.size\": \"to\"}}");

    var begun = sen.owner().post(path + "/convert", "{\"type\": \"integer\"}");
    assertThat(begun.status()).as(begun.toString()).isEqualTo(202);
    Awaitility.await()
        .atMost(60, TimeUnit.SECONDS)
        .until(
            () ->
                sen.owner()
                    .get(path)
                    .json()
                    .getJsonObject("work")
                    .getString("state")
                    .equals("done"));
    var misfits = sen.owner().get(path + "/misfits").json().getJsonArray("items");
    assertThat(misfits).hasSize(1);
    assertThat(misfits.getJsonObject(0).getString("value")).isEqualTo("to");

    var laidOut =
        sen.owner()
            .send(
                "PUT",
                "/api/v1/layouts/customer?stage=lead",
                "{\"sections\": [{\"key\": \"main\", \"label\": {\"vi\": \"Chính\", \"en\":"
                    + " \"Main\"}, \"fields\": [\"name\", \"workspace.size\"]}]}");
    assertThat(laidOut.status()).as(laidOut.toString()).isEqualTo(200);
    assertThat(laidOut.json().getBoolean("own")).isTrue();
    assertThat(other.owner().get("/api/v1/layouts/customer?stage=lead").json().getBoolean("own"))
        .isFalse();
    assertThat(sen.owner().get("/api/v1/fields/usage?since=2026-01-01").status()).isEqualTo(200);
    assertThat(sen.owner().post(path + "/retire", "").status()).isEqualTo(200);
    assertThat(sen.owner().get("/api/v1/fields").body()).doesNotContain("workspace.size");
    assertThat(sen.owner().get("/api/v1/fields?retired=true").body()).contains("workspace.size");
    assertThat(sen.owner().post(path + "/restore", "").status()).isEqualTo(200);
  }
}

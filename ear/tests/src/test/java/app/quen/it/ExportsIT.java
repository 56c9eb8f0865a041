package app.quen.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Files made by jobs: asked for, looked after, fetched and thrown away. */
class ExportsIT {

  private static Business sen;

  @BeforeAll
  static void aBusinessHasCustomersWithAWishToCalculate() {
    sen = Business.signUp();
    sen.register("=HYPERLINK(1)");
    sen.register("Trần Thị Hoa");
    sen.owner()
        .post(
            "/api/v1/orders",
            "{\"number\": \"DH-1\", \"lines\": [{\"name\": \"@SUM(1)\", \"quantity\": 1,"
                + " \"unitPrice\": 1000}]}");
    sen.owner().post("/api/v1/tasks", "{\"title\": \"+1+1\"}");
  }

  private static JsonObject done(Http who, String body) {
    var asked = who.post("/api/v1/exports", body);
    assertThat(asked.status()).as(asked.toString()).isEqualTo(201);
    var path = "/api/v1/exports/" + asked.json().getString("id");
    assertThat(asked.header("Location")).endsWith(path);
    var last =
        await()
            .atMost(Duration.ofMinutes(1))
            .until(() -> who.get(path), it -> !it.json().getString("state").equals("running"));
    assertThat(last.json().getString("state")).as(last.toString()).isEqualTo("completed");
    return last.json();
  }

  private static Http.Answer file(Http who, JsonObject export) {
    return who.get("/api/v1/exports/" + export.getString("id") + "/file");
  }

  @Test
  void aFileIsMadeOfWhatTheQueryMeansAndNoCellIsAFormula() {
    var export =
        done(
            sen.owner(),
            "{\"format\": \"csv\", \"columns\": [\"name\"], \"query\": {\"sort\": \"name\"}}");

    assertThat(export.getJsonObject("progress").getInt("rowsDone")).isEqualTo(2);
    var csv = file(sen.owner(), export);
    assertThat(csv.header("Content-Type")).startsWith("text/csv");
    assertThat(csv.header("Content-Disposition"))
        .startsWith("attachment;")
        .contains(export.getString("fileName"));
    assertThat(csv.header("Cache-Control")).contains("no-store");
    assertThat(csv.body().lines().skip(1))
        .containsExactlyInAnyOrder("'=HYPERLINK(1)", "Trần Thị Hoa");
    var kept = Duration.between(Instant.now(), Instant.parse(export.getString("expiresAt")));
    assertThat(kept).isBetween(Duration.ofHours(23), Duration.ofHours(24));
  }

  @Test
  void everyKindOfRecordCanBeGivenOutInEveryFormat() {
    for (String record : new String[] {"order", "interaction", "feedback", "task", "customer"}) {
      for (String format : new String[] {"csv", "xlsx", "json"}) {
        var export =
            done(
                sen.program(),
                "{\"record\": \"%s\", \"format\": \"%s\"}".formatted(record, format));
        var file = file(sen.program(), export);
        assertThat(file.status()).as(file.toString()).isEqualTo(200);
        if (!format.equals("xlsx")) {
          assertThat(file.body()).doesNotContainPattern("(?m)^\"?[=+@]");
        }
        assertThat(export.getString("fileName")).endsWith("." + format);
      }
    }
  }

  @Test
  void aCancelledExportHasNoFileAndNobodyElseSeesIt() {
    var export = done(sen.owner(), "{\"format\": \"xlsx\"}");
    var path = "/api/v1/exports/" + export.getString("id");
    var colleague = sen.colleague("sales");

    assertThat(colleague.get(path).problem()).isEqualTo("not-found");
    assertThat(file(colleague, export).problem()).isEqualTo("not-found");
    assertThat(colleague.send("DELETE", path, null).problem()).isEqualTo("not-found");
    assertThat(sen.owner().get("/api/v1/exports").body()).contains(export.getString("id"));

    assertThat(sen.owner().send("DELETE", path, null).json().getString("state"))
        .isEqualTo("expired");
    assertThat(file(sen.owner(), export).problem()).isEqualTo("not-found");
    assertThat(sen.colleague("viewer").post("/api/v1/exports", "{\"format\": \"csv\"}").problem())
        .isEqualTo("forbidden");
  }

  @Test
  void whatCannotBeMeantIsRefusedAtOnce() {
    for (String wrong :
        new String[] {
          "{\"format\": \"pdf\"}",
          "{\"format\": \"csv\", \"columns\": [\"nothing\"]}",
          "{\"format\": \"csv\", \"record\": \"invoice\"}",
          "{\"format\": \"csv\", \"query\": {\"filters\": [\"nothing:eq:1\"]}}",
          "{\"format\": \"csv\", \"record\": \"task\", \"query\": {\"filters\":"
              + " [\"nothing:eq:1\"]}}",
          "{\"format\": \"csv\", \"record\": \"order\", \"query\": {\"sort\": \"nothing\"}}"
        }) {
      assertThat(sen.owner().post("/api/v1/exports", wrong).status()).as(wrong).isIn(400, 422);
    }
  }
}

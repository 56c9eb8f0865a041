package app.quen.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files at customers, orders, interactions, feedback and tasks. */
class AttachmentsIT {

  private static final String PDF = "%PDF-1.7\nhợp đồng";
  private static final Map<String, String> RECORDS = new LinkedHashMap<>();
  private static Business sen;

  @BeforeAll
  static void aBusinessSignsUp() {
    sen = Business.signUp();
  }

  @BeforeEach
  void oneOfEach() {
    RECORDS.put("customers", sen.register("Trần Thị Hoa"));
    make("orders", "\"lines\": [{\"name\": \"Áo\", \"quantity\": 1, \"unitPrice\": 1000}]");
    make("interactions", "\"channel\": \"call\"");
    make("feedback", "\"kind\": \"question\", \"body\": \"Còn size M?\"");
    make("tasks", "\"title\": \"Gọi lại\"");
  }

  private static void make(String records, String rest) {
    var made =
        sen.owner()
            .post(
                "/api/v1/" + records,
                "{\"customerId\": \"%s\", %s}".formatted(RECORDS.get("customers"), rest));
    assertThat(made.status()).as(made.toString()).isEqualTo(201);
    RECORDS.put(records, made.json().getString("id"));
  }

  private static String at(String records) {
    return "/api/v1/%s/%s/attachments".formatted(records, RECORDS.get(records));
  }

  private static Http.Answer add(Http who, String path, String name, String content) {
    return who.with("Content-Type", "application/octet-stream")
        .post(path + "?fileName=" + name, content);
  }

  @Test
  void aFileIsPutAtEveryKindOfRecordListedFetchedAndDeleted() {
    for (String records : RECORDS.keySet()) {
      var made = add(sen.owner(), at(records), "h%E1%BB%A3p.pdf", PDF);
      assertThat(made.status()).as(made.toString()).isEqualTo(201);
      assertThat(made.json().getString("mediaType")).isEqualTo("application/pdf");
      assertThat(made.json().getString("recordId")).isEqualTo(RECORDS.get(records));
      var again = add(sen.program(), at(records), "h%E1%BB%A3p.pdf", PDF);
      assertThat(again.json().getString("id")).isEqualTo(made.json().getString("id"));
      assertThat(sen.owner().get(at(records)).json().getJsonArray("items")).hasSize(1);

      var path = "/api/v1/attachments/" + made.json().getString("id");
      assertThat(made.header("Location")).endsWith(path + "/content");
      var content = sen.program().get(path + "/content");
      assertThat(content.body()).isEqualTo(PDF);
      assertThat(content.header("Content-Disposition"))
          .startsWith("attachment;")
          .contains("filename*=UTF-8''h%E1%BB%A3p.pdf");
      assertThat(content.header("X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(content.header("Content-Security-Policy"))
          .contains("sandbox")
          .contains("frame-ancestors 'none'");

      assertThat(sen.owner().send("DELETE", path, null).status()).isEqualTo(204);
      assertThat(sen.owner().get(path + "/content").problem()).isEqualTo("not-found");
      assertThat(sen.owner().get(at(records)).json().getJsonArray("items")).isEmpty();
    }
  }

  @Test
  void whatIsTooLargeOrNotWhatItSaysIsRefused() {
    var path = at("customers");
    assertThat(add(sen.owner(), path, "a.txt", "x".repeat((25 << 20) + 1)).problem())
        .isEqualTo("too-large");
    assertThat(add(sen.owner(), path, "a.png", PDF).problem()).isEqualTo("validation");
    assertThat(add(sen.owner(), path, "a.html", "<script>alert(1)</script>").problem())
        .isEqualTo("validation");
    assertThat(add(sen.owner(), path, "a.pdf", "").problem()).isEqualTo("validation");
    assertThat(sen.owner().with("Content-Type", "text/plain").post(path, "x").problem())
        .isEqualTo("bad-request");
    assertThat(
            add(
                    sen.owner(),
                    "/api/v1/sources/" + RECORDS.get("orders") + "/attachments",
                    "a.txt",
                    "x")
                .problem())
        .isEqualTo("not-found");
  }

  @Test
  void whoMaySeeARecordSeesItsFilesAndWhoMayChangeItChangesThem() {
    var viewer = sen.colleague("viewer");
    var made = add(sen.owner(), at("orders"), "b.pdf", PDF).json();
    var path = "/api/v1/attachments/" + made.getString("id");

    assertThat(viewer.get(path + "/content").body()).isEqualTo(PDF);
    assertThat(add(viewer, at("orders"), "c.pdf", PDF).json().getString("permission"))
        .isEqualTo("order:update");
    assertThat(viewer.send("DELETE", path, null).json().getString("permission"))
        .isEqualTo("order:update");
    var key =
        sen.owner()
            .post("/api/v1/api-keys", "{\"name\": \"K\", \"permissions\": [\"customer:read\"]}")
            .json()
            .getString("key");
    var stranger = Http.nobody().with("Authorization", "Bearer " + key);
    assertThat(stranger.get(path + "/content").json().getString("permission"))
        .isEqualTo("order:read");
    assertThat(stranger.get(at("orders")).json().getString("permission")).isEqualTo("order:read");
  }

  @Test
  void aFieldOfARecordHoldsOneOfItsFiles() {
    sen.owner()
        .post(
            "/api/v1/fields",
            "{\"record\": \"interaction\", \"key\": \"recording\", \"type\": \"file\","
                + " \"label\": {\"vi\": \"Ghi âm\", \"en\": \"Recording\"}}");
    var call = "/api/v1/interactions/" + RECORDS.get("interactions");
    var own = add(sen.owner(), at("interactions"), "d.pdf", PDF).json().getString("id");
    var others = add(sen.owner(), at("tasks"), "d.pdf", PDF).json().getString("id");
    var patching =
        sen.owner()
            .with("Content-Type", "application/merge-patch+json")
            .with("If-Match", sen.owner().get(call).header("ETag"));

    assertThat(patching.send("PATCH", call, holding(others)).problem()).isEqualTo("validation");
    var held = patching.send("PATCH", call, holding(own));
    assertThat(held.status()).as(held.toString()).isEqualTo(200);
    assertThat(held.json().getJsonObject("fields").getString("workspace.recording")).isEqualTo(own);
  }

  private static String holding(String file) {
    return "{\"fields\": {\"workspace.recording\": \"" + file + "\"}}";
  }
}

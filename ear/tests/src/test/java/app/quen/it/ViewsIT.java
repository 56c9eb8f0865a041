package app.quen.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Lists kept under a name, as the owner and a colleague see them. */
class ViewsIT {

  private static final String LIST = "/api/v1/views?record=customer";
  private static Business sen;
  private static Http colleague;

  @BeforeAll
  static void aBusinessSignsUp() {
    sen = Business.signUp();
    colleague = sen.colleague("sales");
  }

  private static Http.Answer saved(Http who, String name, String scope) {
    return who.post(
        "/api/v1/views",
        """
        {"name": "%s", "scope": "%s", "query": {"filters": ["stage:eq:lead"], "sort": "-createdAt"},
         "columns": ["name", "phones"], "density": "compact"}\
        """
            .formatted(name, scope));
  }

  private static Http.Answer patch(Http who, String path, String version, String body) {
    return who.with("Content-Type", "application/merge-patch+json")
        .with("If-Match", version)
        .send("PATCH", path, body);
  }

  @Test
  void aPrivateViewIsSeenByWhoMadeItAndByNobodyElse() {
    var made = saved(colleague, "Của riêng tôi", "private");

    assertThat(made.status()).as(made.toString()).isEqualTo(201);
    assertThat(made.header("Location")).endsWith("/views/" + made.json().getString("id"));
    assertThat(colleague.get(LIST).body()).contains("Của riêng tôi");
    assertThat(sen.owner().get(LIST).body()).doesNotContain("Của riêng tôi");
    var path = "/api/v1/views/" + made.json().getString("id");
    assertThat(sen.owner().get(path).problem()).isEqualTo("not-found");
    assertThat(patch(sen.owner(), path, "\"v1\"", "{\"name\": \"x\"}").problem())
        .isEqualTo("not-found");
    assertThat(sen.owner().send("DELETE", path, null).problem()).isEqualTo("not-found");
    assertThat(colleague.send("DELETE", path, null).status()).isEqualTo(204);
    assertThat(colleague.get(path).problem()).isEqualTo("not-found");
  }

  @Test
  void aSharedViewIsSeenByAllAndChangedByWhoMayShare() {
    var refused = saved(colleague, "Chung", "workspace");
    assertThat(refused.json().getString("permission")).isEqualTo("view:share");
    var made = saved(sen.owner(), "Chung", "workspace");
    var path = "/api/v1/views/" + made.json().getString("id");

    var seen = colleague.get(path);
    assertThat(seen.json().getBoolean("own")).isFalse();
    assertThat(seen.json().getJsonObject("query").getJsonArray("filters").getString(0))
        .isEqualTo("stage:eq:lead");
    assertThat(seen.header("ETag")).isEqualTo("\"v1\"");
    assertThat(patch(colleague, path, "\"v1\"", "{\"name\": \"x\"}").problem())
        .isEqualTo("forbidden");
    assertThat(colleague.send("DELETE", path, null).problem()).isEqualTo("forbidden");

    var renamed = patch(sen.owner(), path, "\"v1\"", "{\"name\": \"Khách tiềm năng\"}");
    assertThat(renamed.status()).as(renamed.toString()).isEqualTo(200);
    assertThat(renamed.json().getString("density")).isEqualTo("compact");
    assertThat(renamed.header("ETag")).isEqualTo("\"v2\"");
    assertThat(patch(sen.owner(), path, "\"v1\"", "{\"name\": \"y\"}").problem())
        .isEqualTo("conflict");
    assertThat(
            sen.owner()
                .with("Content-Type", "application/merge-patch+json")
                .send("PATCH", path, "{\"name\": \"y\"}")
                .problem())
        .isEqualTo("precondition-required");
  }
}

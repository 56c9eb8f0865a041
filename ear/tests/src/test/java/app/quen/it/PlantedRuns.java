package app.quen.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Imports, bulk edits, files, views and surveys about what is planted. */
final class PlantedRuns {

  private final Planted planted;
  private final Http owner;
  private final Map<String, String> single;

  PlantedRuns(Planted planted, Map<String, String> single) {
    this.planted = planted;
    this.owner = planted.owner();
    this.single = single;
  }

  /** What is not of one customer, but may tell of some. */
  void plant() {
    put("archived", "POST", "/archive");
    put("trashed", "DELETE", "");
    var list = new ArrayList<String>();
    var tasks = new ArrayList<String>();
    Planted.LETTERS.forEach(
        x -> {
          list.add("\"" + planted.customer(x) + "\"");
          tasks.add("\"" + planted.ids(x).get("t") + "\"");
        });
    single.put(
        "bulk",
        owner.made(
            "/api/v1/bulk",
            "{\"record\": \"customer\", \"ids\": %s, \"addTags\": [\"moi\"]}".formatted(list)));
    String refused =
        owner.made(
            "/api/v1/bulk",
            "{\"record\": \"task\", \"ids\": %s, \"change\": {\"customerId\": \"%s\"}}"
                .formatted(tasks, UUID.randomUUID()));
    single.put("notes", refused);
    owner.post("/api/v1/bulk/" + refused + "/start", "");
    ended("/api/v1/bulk/" + refused);
    String file =
        owner
            .with("Content-Type", "text/csv")
            .post(
                "/api/v1/imports?fileName=zqupload.csv",
                "name,email\nZqimported,zqimported@planted.vn\nZqbad,zqrejected@@\n")
            .json()
            .getString("id");
    single.put("import", file);
    var mapped =
        owner.send(
            "PUT",
            "/api/v1/imports/" + file + "/mapping",
            "{\"columns\": [{\"index\": 0, \"field\": \"name\"}, {\"index\": 1, \"field\":"
                + " \"emails\"}], \"match\": [\"email\"], \"onMatch\": \"update\", \"onNew\":"
                + " \"create\"}");
    assertThat(mapped.status()).as(mapped.toString()).isEqualTo(200);
    owner.post("/api/v1/imports/" + file + "/start", "");
    ended("/api/v1/imports/" + file);
    planted.token("import", "row", "", "zqrejected");
    planted.token("import", "file", "", "zqupload");
    single.put("export", owner.made("/api/v1/exports", "{\"format\": \"csv\"}"));
    ended("/api/v1/exports/" + single.get("export"));
    single.put(
        "view",
        owner.made(
            "/api/v1/views",
            "{\"name\": \"Tất cả\", \"scope\": \"workspace\", \"query\": {\"filters\":"
                + " [\"taxCode:eq:"
                + planted.token("view", "taxCode", "", "zqviewtax")
                + "\"]}}"));
    single.put(
        "survey",
        owner.made(
            "/api/v1/surveys",
            "{\"kind\": \"survey\", \"title\": {\"vi\": \"x\", \"en\": \"x\"}, \"questions\":"
                + " [{\"key\": \"again\", \"type\": \"nps\", \"label\": {\"vi\": \"x\", \"en\":"
                + " \"x\"}}]}"));
    answered("a", 9);
    answered("b", 3);
    single.put("source", "00000000-0000-7000-8000-000000000001");
    owner.post("/api/v1/fields/workspace.odd/convert", "{\"type\": \"integer\"}");
    await()
        .atMost(Duration.ofMinutes(1))
        .until(
            () ->
                owner
                    .get("/api/v1/fields/workspace.odd")
                    .json()
                    .getJsonObject("work")
                    .getString("state")
                    .equals("done"));
  }

  /** A customer who is not in the lists. */
  private void put(String away, String method, String how) {
    String id =
        owner.made(
            "/api/v1/customers",
            "{\"name\": \"%s\"}"
                .formatted(planted.token("customer", "name", away, "Zqname" + away)));
    var answer =
        owner.with("If-Match", "\"v1\"").send(method, "/api/v1/customers/" + id + how, null);
    assertThat(answer.status()).as(answer.toString()).isIn(200, 204);
  }

  private void ended(String path) {
    await()
        .atMost(Duration.ofMinutes(1))
        .until(
            () ->
                Set.of("completed", "cancelled", "failed")
                    .contains(owner.get(path).json().getString("state")));
  }

  private void answered(String x, int nps) {
    String url =
        owner
            .post(
                "/api/v1/surveys/" + single.get("survey") + "/links",
                "{\"customerId\": \"" + planted.customer(x) + "\"}")
            .json()
            .getString("url");
    String form = "/api/v1/public/surveys" + url.substring(url.lastIndexOf('/'));
    var answer =
        Http.nobody()
            .post(
                form,
                "{\"sheet\": \"%s\", \"answers\": {\"again\": %s}}"
                    .formatted(Http.nobody().get(form).json().getString("sheet"), nps));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
  }
}

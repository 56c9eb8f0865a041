package app.quen.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RecordsIT {

  private static Business sen;
  private static String hoa;

  @BeforeAll
  static void aBusinessSignsUp() {
    sen = Business.signUp();
    hoa = sen.register("Trần Thị Hoa");
  }

  private static String record(String path, String rest) {
    var answer = sen.owner().post(path, "{\"customerId\": \"%s\", %s}".formatted(hoa, rest));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    assertThat(answer.header("Location")).endsWith(path + "/" + answer.json().getString("id"));
    assertThat(answer.header("ETag")).isEqualTo("\"v1\"");
    return path + "/" + answer.json().getString("id");
  }

  private static Http.Answer patch(String path, String version, String body) {
    return sen.owner()
        .with("Content-Type", "application/merge-patch+json")
        .with("If-Match", "\"" + version + "\"")
        .send("PATCH", path, body);
  }

  @Test
  void aRecordIsMadeChangedThrownAwayAndTakenBack() {
    var path = record("/api/v1/interactions", "\"channel\": \"call\", \"outcome\": \"busy\"");

    var changed = patch(path, "v1", "{\"outcome\": \"reached\", \"durationSeconds\": 65}");
    assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
    assertThat(changed.json().getInt("durationSeconds")).isEqualTo(65);
    assertThat(changed.json().isNull("body")).isTrue();
    var late = patch(path, "v1", "{\"outcome\": \"done\"}");
    assertThat(late.problem()).isEqualTo("conflict");
    assertThat(late.json().getJsonObject("current").getString("outcome")).isEqualTo("reached");
    assertThat(late.json().getJsonArray("changedFields").toString()).contains("outcome");

    var trashed = sen.owner().send("DELETE", path, null);
    assertThat(trashed.json().getString("deletedAt")).isNotEmpty();
    var list = "/api/v1/interactions?filter=customerId:eq:" + hoa;
    assertThat(sen.owner().get(list).body()).doesNotContain(path.substring(21));
    assertThat(sen.owner().get(list + "&trashed=true").body()).contains(path.substring(21));
    assertThat(sen.owner().post(path + "/restore", "{}").json().isNull("deletedAt")).isTrue();
    assertThat(sen.owner().get(list).body()).contains(path.substring(21));
  }

  @Test
  void theProfileIsWhatItsThreeAddressesAnswer() {
    record("/api/v1/tasks", "\"title\": \"Gọi lại\"");
    record("/api/v1/feedback", "\"kind\": \"complaint\", \"subject\": \"Giao thiếu\"");
    var path = "/api/v1/customers/" + hoa;

    var profile = sen.owner().get(path + "/profile?limit=50");

    var customer = sen.owner().get(path);
    assertThat(profile.header("ETag")).isEqualTo(customer.header("ETag"));
    assertThat(profile.json().getJsonObject("customer")).isEqualTo(customer.json());
    assertThat(profile.json().getJsonObject("summary"))
        .isEqualTo(sen.owner().get(path + "/summary").json());
    assertThat(profile.json().getJsonObject("timeline"))
        .isEqualTo(sen.owner().get(path + "/timeline?limit=50").json());
    assertThat(Business.signUp().owner().get(path + "/profile").problem()).isEqualTo("not-found");
  }

  @Test
  void everyAddressOfACustomerAnswers() {
    for (String path : new String[] {"", "/history", "/timeline", "/summary"}) {
      var answer = sen.owner().get("/api/v1/customers/" + hoa + path);
      assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }
    for (String path : new String[] {"interactions", "feedback", "tasks"}) {
      var file = sen.owner().get("/api/v1/" + path + "/export?format=csv");
      assertThat(file.status()).as(file.toString()).isEqualTo(200);
      assertThat(file.header("Content-Disposition")).contains(".csv");
    }
  }

  @Test
  void aRepeatedRequestMakesNoSecondTask() {
    var once = sen.program().with("Idempotency-Key", "task-1");
    var first = once.post("/api/v1/tasks", "{\"title\": \"Gọi lại\"}");
    var again = once.post("/api/v1/tasks", "{\"title\": \"Gọi lại\"}");
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(first.json().isNull("assigneeId")).isTrue();
  }

  @Test
  void anotherBusinessFindsNothing() {
    var path = record("/api/v1/feedback", "\"kind\": \"rating\", \"rating\": 4");
    var other = Business.signUp();
    assertThat(other.owner().get(path).problem()).isEqualTo("not-found");
    assertThat(other.owner().get("/api/v1/feedback").json().getJsonArray("items")).isEmpty();
    assertThat(other.owner().get("/api/v1/customers/" + hoa + "/timeline").problem())
        .isEqualTo("not-found");
  }

  @Test
  void theProfileTellsWhatHappenedAndWhatIsOpen() {
    var lan = sen.register("Lê Thị Lan");
    sen.owner()
        .post(
            "/api/v1/feedback",
            "{\"customerId\": \"%s\", \"kind\": \"complaint\", \"subject\": \"Giao sai màu\"}"
                .formatted(lan));
    sen.owner()
        .post(
            "/api/v1/tasks",
            "{\"customerId\": \"%s\", \"title\": \"Đổi áo\", \"dueAt\": \"2030-01-01T00:00:00Z\"}"
                .formatted(lan));
    var path = "/api/v1/customers/" + lan;
    await()
        .untilAsserted(
            () ->
                assertThat(sen.owner().get(path + "/timeline").json().getJsonArray("items"))
                    .extracting(entry -> entry.asJsonObject().getString("type"))
                    .containsExactly("open", "complaint", "CustomerRegistered"));
    var firstPage = sen.owner().get(path + "/timeline?kinds=task,feedback&limit=1");
    assertThat(firstPage.header("Link")).contains("rel=\"next\"");
    JsonObject summary = sen.owner().get(path + "/summary").json();
    assertThat(summary.getJsonObject("nextTask").getString("title")).isEqualTo("Đổi áo");
    assertThat(summary.getJsonArray("openComplaints")).hasSize(1);
    assertThat(summary.isNull("lastInteraction")).isTrue();
  }

  @Test
  void manyTasksAreChangedAtOnceAndGoBack() {
    var task = record("/api/v1/tasks", "\"title\": \"Gọi lại\", \"priority\": \"low\"");
    var id = task.substring(task.lastIndexOf('/') + 1);
    var draft =
        sen.owner()
            .post(
                "/api/v1/bulk",
                "{\"record\": \"task\", \"ids\": [\"%s\"], \"change\": {\"priority\": \"high\"}}"
                    .formatted(id));
    assertThat(draft.status()).as(draft.toString()).isEqualTo(201);
    assertThat(draft.json().getString("record")).isEqualTo("task");
    var sample = draft.json().getJsonObject("preview").getJsonArray("samples").getJsonObject(0);
    assertThat(sample.getString("recordId")).isEqualTo(id);
    assertThat(sample.isNull("customerId")).isTrue();

    var run = "/api/v1/bulk/" + draft.json().getString("id");
    assertThat(sen.owner().post(run + "/start", "").status()).isEqualTo(202);
    ended(run);
    assertThat(sen.owner().get(task).json().getString("priority")).isEqualTo("high");

    var undoing = sen.owner().post(run + "/undo", "").json().getString("id");
    ended("/api/v1/bulk/" + undoing);
    assertThat(sen.owner().get(task).json().getString("priority")).isEqualTo("low");
  }

  private static void ended(String run) {
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> sen.owner().get(run).json().getString("state").equals("completed"));
  }
}

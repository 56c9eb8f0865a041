package app.quen.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What belongs to one business does not exist for another, whichever way it asks. */
class ApiIsolationIT {

  /** A body that would do, were the id one's own. */
  private static final Map<String, String> BODIES =
      Map.ofEntries(
          Map.entry("mapImport", "{\"columns\": [{\"index\": 0, \"field\": \"name\"}]}"),
          Map.entry("giveRole", "{\"role\": \"sales\"}"),
          Map.entry("reviseTeam", "{\"name\": \"x\"}"),
          Map.entry("setTeamMembers", "{\"members\": []}"),
          Map.entry(
              "shareRecord",
              "{\"toKind\": \"member\", \"level\": \"read\", \"toId\":"
                  + " \"0192aaaa-0000-7000-8000-000000000001\"}"),
          Map.entry("switchPlugin", "{\"enabled\": true}"),
          Map.entry("changePassword", "{\"currentPassword\": \"x\", \"newPassword\": \"y\"}"),
          Map.entry("switchWorkspace", "{\"slug\": \"nowhere\"}"),
          Map.entry("renamePasskey", "{\"name\": \"x\"}"),
          Map.entry("retryDelivery", "{\"listener\": \"x\", \"factSeq\": 1}"),
          Map.entry(
              "recordConsent",
              "{\"purposeId\": \"0192aaaa-0000-7000-8000-000000000001\", \"channel\": \"email\","
                  + " \"state\": \"refused\"}"),
          Map.entry(
              "linkCustomers",
              "{\"otherId\": \"0192aaaa-0000-7000-8000-000000000001\", \"type\": \"other\"}"),
          Map.entry(
              "addConsentPurposeVersion",
              "{\"text\": {\"vi\": \"x\", \"en\": \"x\"}, \"keepsConsents\": true}"));

  private static Business own;
  private static Business other;
  private static final Map<String, String> THEIRS = new LinkedHashMap<>();

  static List<Served.Operation> operationsOnOneThing() {
    return Served.operations().stream()
        .filter(operation -> operation.path().contains("{id}"))
        .filter(operation -> !operation.path().startsWith("/plugins"))
        .toList();
  }

  static List<Served.Operation> reads() {
    return Served.operations().stream()
        .filter(operation -> operation.isSafe() && !operation.isOpen())
        .filter(operation -> !operation.path().contains("{"))
        .toList();
  }

  @BeforeAll
  static void twoBusinessesSignUp() {
    own = Business.signUp();
    other = Business.signUp();
    THEIRS.put("/customers", other.register("Chỉ của họ"));
    THEIRS.put(
        "/imports",
        other
            .owner()
            .with("Content-Type", "text/csv")
            .post("/api/v1/imports?fileName=ho.csv", "name\nChỉ của họ\n")
            .json()
            .getString("id"));
    THEIRS.put(
        "/sources",
        made(
            "/api/v1/sources",
            "{\"name\": \"Chỉ của họ\", \"kind\": \"form\", \"purpose\": {\"vi\": \"x\","
                + " \"en\": \"x\"}}"));
    THEIRS.put(
        "/consent-purposes",
        made(
            "/api/v1/consent-purposes",
            "{\"name\": {\"vi\": \"Chỉ của họ\", \"en\": \"Theirs\"}, \"text\": {\"vi\": \"x\","
                + " \"en\": \"x\"}}"));
    THEIRS.put(
        "/links",
        made(
            "/api/v1/customers/" + THEIRS.get("/customers") + "/links",
            "{\"otherId\": \"%s\", \"type\": \"other\"}".formatted(other.register("Cũng của họ"))));
    var customer = THEIRS.get("/customers");
    THEIRS.put(
        "/orders",
        made(
            "/api/v1/orders",
            "{\"number\": \"CUA-HO\", \"customerId\": \"%s\", \"lines\": [{\"name\": \"Chỉ của họ\","
                    .formatted(customer)
                + " \"quantity\": 1, \"unitPrice\": 1000}]}"));
    THEIRS.put(
        "/interactions",
        made(
            "/api/v1/interactions",
            "{\"customerId\": \"%s\", \"channel\": \"note\", \"body\": \"Chỉ của họ\"}"
                .formatted(customer)));
    THEIRS.put(
        "/feedback",
        made(
            "/api/v1/feedback",
            "{\"customerId\": \"%s\", \"kind\": \"complaint\", \"subject\": \"Chỉ của họ\"}"
                .formatted(customer)));
    THEIRS.put("/tasks", made("/api/v1/tasks", "{\"title\": \"Chỉ của họ\"}"));
    THEIRS.put(
        "/surveys",
        made(
            "/api/v1/surveys",
            "{\"kind\": \"survey\", \"title\": {\"vi\": \"Chỉ của họ\", \"en\": \"Theirs\"},"
                + " \"questions\": [{\"type\": \"nps\", \"label\": {\"vi\": \"x\", \"en\":"
                + " \"x\"}}]}"));
    THEIRS.put(
        "/bulk",
        made(
            "/api/v1/bulk",
            "{\"record\": \"customer\", \"ids\": [\"%s\"], \"addTags\": [\"cua-ho\"]}"
                .formatted(customer)));
    THEIRS.put("/hand-overs", THEIRS.get("/bulk"));
    THEIRS.put(
        "/views", made("/api/v1/views", "{\"name\": \"Chỉ của họ\", \"scope\": \"workspace\"}"));
    THEIRS.put("/exports", made("/api/v1/exports", "{\"format\": \"csv\"}"));
    THEIRS.put("/teams", made("/api/v1/teams", "{\"name\": \"Chỉ của họ\"}"));
    THEIRS.put(
        "/shares",
        made(
            "/api/v1/customers/" + customer + "/shared-with",
            "{\"toKind\": \"team\", \"toId\": \"%s\", \"level\": \"read\"}"
                .formatted(THEIRS.get("/teams"))));
    THEIRS.put("/{records}", customer);
    THEIRS.put(
        "/attachments",
        other
            .owner()
            .with("Content-Type", "text/plain")
            .post("/api/v1/customers/" + customer + "/attachments?fileName=a.txt", "Chỉ của họ")
            .json()
            .getString("id"));
    THEIRS.put("/api-keys", firstId("/api/v1/api-keys"));
    THEIRS.put("/members", firstId("/api/v1/members"));
    THEIRS.put("/account/passkeys", passkey());
    THEIRS.put(
        "/invitations",
        made(
            "/api/v1/invitations",
            "{\"email\": \"minh@%s.example\", \"role\": \"sales\"}".formatted(other.slug())));
    THEIRS.put("/account/sessions", firstId("/api/v1/account/sessions"));
    THEIRS.put("/security-events", somethingThatStoodOut());
  }

  private static String somethingThatStoodOut() {
    var rule =
        other
            .owner()
            .with("Content-Type", "application/merge-patch+json")
            .send("PATCH", "/api/v1/security-rules/mass-exports", "{\"floor\": 1}");
    assertThat(rule.status()).as(rule.toString()).isEqualTo(200);
    for (int i = 0; i < 3; i++) {
      assertThat(other.owner().get("/api/v1/customers/export").status()).isEqualTo(200);
    }
    var events = "/api/v1/security-events";
    await().until(() -> !other.owner().get(events).json().getJsonArray("items").isEmpty());
    return firstId(events);
  }

  /** Past the API: there is no device here that could make one. */
  private static String passkey() {
    var id = UUID.randomUUID().toString();
    var database = Objects.requireNonNull(Installations.complete().database());
    try (var connection = database.asRoot();
        var statement =
            connection.prepareStatement(
                "INSERT INTO quen_control.passkey (id, account_id, credential_id, credential,"
                    + " sign_count, backup_eligible, backed_up, name, created_at) SELECT ?, id,"
                    + " UNHEX('C0FFEE'), UNHEX('00'), 0, FALSE, FALSE, 'Chỉ của họ',"
                    + " UTC_TIMESTAMP() FROM quen_control.account WHERE email = ?")) {
      statement.setString(1, id);
      statement.setString(2, other.email());
      assertThat(statement.executeUpdate()).isOne();
      return id;
    } catch (SQLException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("operationsOnOneThing")
  void whatIsSomebodyElsesIsNotFound(Served.Operation operation) {
    var kind = operation.path().substring(0, operation.path().indexOf("/{id}"));
    var theirs = THEIRS.get(kind);
    assertThat(theirs).as("something of the other business under " + kind).isNotNull();

    for (Http client : List.of(own.owner(), own.program())) {
      if (client == own.program() && !operation.isForPrograms()) {
        continue;
      }
      var answer = call(client, operation, theirs);
      assertThat(answer.problem()).as(answer.toString()).isEqualTo("not-found");
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("reads")
  void noListShowsAnythingOfTheOther(Served.Operation operation) {
    var path =
        operation.path().equals("/customers/possible-duplicates")
            ? operation.path() + "?externalId=x"
            : operation.path();

    var answer = own.owner().get("/api/v1" + path);

    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    assertThat(answer.body())
        .doesNotContain("Chỉ của họ")
        .doesNotContain(other.slug())
        .doesNotContain(THEIRS.values());
  }

  @Test
  void theOtherBusinessHasEverythingStill() {
    var customer = other.owner().get("/api/v1/customers/" + THEIRS.get("/customers"));
    var run = other.owner().get("/api/v1/imports/" + THEIRS.get("/imports"));

    assertThat(customer.json().getInt("version")).isEqualTo(1);
    assertThat(customer.json().isNull("archivedAt")).isTrue();
    assertThat(run.json().getString("state")).isEqualTo("uploaded");
    assertThat(other.program().get("/api/v1/customers").status()).isEqualTo(200);
  }

  @Test
  void filesOfEveryKindOfRecordAreTheOthersOnly() {
    for (String records : List.of("orders", "interactions", "feedback", "tasks")) {
      var path = "/api/v1/%s/%s/attachments".formatted(records, THEIRS.get("/" + records));
      assertThat(other.owner().get(path).status()).isEqualTo(200);
      assertThat(own.owner().get(path).problem()).isEqualTo("not-found");
      assertThat(
              own.owner()
                  .with("Content-Type", "text/plain")
                  .post(path + "?fileName=x.txt", "Xin chào")
                  .problem())
          .isEqualTo("not-found");
    }
  }

  @Test
  void noHeaderAndNoParameterChoosesTheWorkspace() {
    var answer =
        own.owner()
            .with("X-Tenant", other.slug())
            .with("X-Workspace", other.slug())
            .get("/api/v1/customers?tenant=%1$s&workspace=%1$s".formatted(other.slug()));

    assertThat(answer.body()).doesNotContain("Chỉ của họ");
    assertThat(own.owner().send("PUT", "/api/v1/session/workspace", switchTo(other)).problem())
        .isEqualTo("not-found");
  }

  static Http.Answer call(Http client, Served.Operation operation, String id) {
    var path = "/api/v1" + operation.at(id);
    var sender = client.with("If-Match", "\"v1\"");
    if (operation.id().equals("checkConsent")) {
      return sender.get(path + "?channel=email&purposeId=" + UUID.randomUUID());
    }
    if (!operation.description().containsKey("requestBody")) {
      return sender.send(operation.method(), path, null);
    }
    if (operation.id().equals("uploadImport")) {
      return sender
          .with("Content-Type", "text/csv")
          .send(operation.method(), path + "?fileName=x.csv", "name\nHoa\n");
    }
    if (operation.id().equals("addAttachment")) {
      return sender
          .with("Content-Type", "text/plain")
          .send(operation.method(), path + "?fileName=x.txt", "Xin chào");
    }
    return sender.send(operation.method(), path, BODIES.getOrDefault(operation.id(), "{}"));
  }

  private static String switchTo(Business business) {
    return "{\"slug\": \"%s\"}".formatted(business.slug());
  }

  private static String made(String path, String body) {
    var answer = other.owner().post(path, body);
    assertThat(answer.status()).as(answer.toString()).isBetween(200, 202);
    return answer.json().getString("id");
  }

  private static String firstId(String path) {
    return other.owner().get(path).json().getJsonArray("items").getJsonObject(0).getString("id");
  }
}

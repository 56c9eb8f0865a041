package app.quen.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is done over HTTP leaves its mark in the trail of its workspace, and of no other. */
class AuditIT {

  private final Http operator =
      Http.nobody().with("Authorization", "Bearer " + Served.operatorToken());

  @Test
  void changesSearchesExportsSignInsAndRefusalsAreInTheTrailWithFromWhere() {
    var business = Business.signUp();
    var other = Business.signUp();
    var hoa = business.register("Trần Thị Hoa");
    business.owner().with("User-Agent", "TrinhDuyet/1.0 (Lan)").get("/api/v1/customers?q=hoa");
    business.program().get("/api/v1/customers?limit=10");
    business.program().get("/api/v1/customers/export");
    var sales = business.colleague("sales");
    assertThat(sales.get("/api/v1/audit").status()).isEqualTo(403);

    var expected =
        List.of(
            "SignedIn",
            "ApiKeyMade",
            "CustomerRegistered",
            "CustomersSearched",
            "CustomersExported",
            "MemberInvited",
            "InvitationAccepted",
            "Refused");
    await().untilAsserted(() -> assertThat(acts(business, "")).containsAll(expected));

    var searched = entries(business, "?act=CustomersSearched");
    assertThat(searched).hasSize(1);
    assertThat(searched.getFirst().getString("client")).isEqualTo("TrinhDuyet/1.0 (Lan)");
    assertThat(searched.getFirst().getString("address")).isNotEmpty();
    assertThat(searched.getFirst().getJsonObject("detail").toString()).contains("hoa");
    assertThat(entries(business, "?act=Refused").getFirst().getJsonObject("detail").toString())
        .contains("/audit");
    var registered = entries(business, "?recordType=customer&recordId=" + hoa);
    assertThat(registered).hasSize(1);
    assertThat(registered.getFirst().getJsonObject("actor").getString("kind")).isEqualTo("member");
    assertThat(other.owner().get("/api/v1/audit").body()).doesNotContain(hoa, "Hoa");
    assertThat(entries(other, "?recordId=" + hoa)).isEmpty();
  }

  @Test
  void whatASensitiveFieldIsSearchedForIsNotInTheTrail() {
    var business = Business.signUp();
    var made =
        business
            .owner()
            .post(
                "/api/v1/fields",
                "{\"type\": \"text\", \"label\": \"CCCD\", \"key\": \"idcard\", \"searchable\":"
                    + " true, \"sensitivity\": \"sensitive\"}");
    assertThat(made.status()).isEqualTo(201);

    assertThat(
            business
                .owner()
                .get("/api/v1/customers?filter=workspace.idcard:eq:079090001234")
                .status())
        .isEqualTo(200);

    await().untilAsserted(() -> assertThat(acts(business, "")).contains("CustomersSearched"));
    assertThat(entries(business, "").toString())
        .contains("workspace.idcard")
        .doesNotContain("079090001234");
    assertThat(entries(Business.signUp(), "").toString()).doesNotContain("workspace.idcard");
  }

  @Test
  void whoFailsToSignInIsInTheTrailOfTheWorkspaceAndOfNoOther() {
    var business = Business.signUp();
    var other = Business.signUp();
    var wrong =
        Http.nobody()
            .with("User-Agent", "Ke trom/1.0")
            .post(
                "/api/v1/session",
                "{\"email\": \"%s\", \"password\": \"doan-mo-mot-cau\"}"
                    .formatted(business.email().toUpperCase(java.util.Locale.ROOT)));
    assertThat(wrong.status()).isEqualTo(401);

    await().untilAsserted(() -> assertThat(acts(business, "")).contains("SignInFailed"));

    var failed = entries(business, "?act=SignInFailed,SignInRefused").getFirst();
    assertThat(failed.getString("client")).isEqualTo("Ke trom/1.0");
    assertThat(failed.getJsonObject("actor").getString("kind")).isEqualTo("system");
    assertThat(failed.toString()).doesNotContain("doan-mo-mot-cau");
    assertThat(acts(other, "")).doesNotContain("SignInFailed");
  }

  @Test
  void aProgramIsInTheTrailWithWhoseKeyItHasAndIsFoundByThem() {
    var business = Business.signUp();
    business.program().get("/api/v1/orders?q=x&filter=state:eq:paid");
    business.program().get("/api/v1/customers/export");

    await().untilAsserted(() -> assertThat(acts(business, "")).contains("CustomersExported"));

    var exported = entries(business, "?act=CustomersExported").getFirst();
    assertThat(exported.getJsonObject("actor").getString("kind")).isEqualTo("api_key");
    var owner = exported.getJsonObject("onBehalfOf");
    assertThat(owner.getString("name")).isEqualTo("Nguyễn Thị Lan");
    assertThat(acts(business, "?who=" + owner.getString("id"))).contains("CustomersExported");
    assertThat(Business.signUp().owner().get("/api/v1/audit?who=" + owner.getString("id")).body())
        .doesNotContain("CustomersExported");
  }

  @Test
  void anOldValueIsWrittenBackWithTheVersionThatWasRead() {
    var business = Business.signUp();
    var other = Business.signUp();
    var hoa = business.register("Trần Thị Hoa");
    var path = "/api/v1/customers/" + hoa;
    var tag = business.owner().get(path).header("ETag");
    patch(business.owner().with("If-Match", tag), path, "{\"name\": \"Sai\"}");
    var entry = entries(business, "?act=CustomerRevised&field=name").getFirst();
    var recover = "/api/v1/audit/" + entry.getInt("seq") + "/recover";
    var body = "{\"fields\": [\"name\"], \"why\": \"khách nhờ\"}";

    assertThat(business.owner().with("If-Match", tag).post(recover, body).status()).isEqualTo(412);
    assertThat(business.owner().post(recover, body).status()).isEqualTo(428);
    var now = business.owner().get(path).header("ETag");
    assertThat(other.owner().with("If-Match", now).post(recover, body).status()).isIn(404, 422);
    var done = business.owner().with("If-Match", now).post(recover, body);

    assertThat(done.status()).as(done.toString()).isEqualTo(200);
    assertThat(business.owner().get(path).json().getString("name")).isEqualTo("Trần Thị Hoa");
    assertThat(entries(business, "?why=khách%20nhờ")).hasSize(1);
  }

  @Test
  void whatStandsOutIsListedAcknowledgedAndSignsTheMemberOutWhereTheRuleSaysSo() {
    var business = Business.signUp();
    var other = Business.signUp();
    var sales = business.colleague("sales");
    for (Business each : List.of(business, other)) {
      assertThat(
              patch(
                      each.owner(),
                      "/api/v1/security-rules/refusals",
                      "{\"floor\": 3, \"endsSessions\": true}")
                  .status())
          .isEqualTo(200);
    }
    assertThat(patch(sales, "/api/v1/security-rules/refusals", "{\"enabled\": false}").status())
        .isEqualTo(403);
    for (int i = 0; i < 5; i++) {
      sales.get("/api/v1/audit");
    }

    await()
        .atMost(java.time.Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(sales.get("/api/v1/session").status()).isEqualTo(401));

    var events =
        business
            .owner()
            .get("/api/v1/security-events?open=true&rule=refusals")
            .json()
            .getJsonArray("items")
            .getValuesAs(JsonObject.class);
    assertThat(events).hasSize(1);
    assertThat(events.getFirst().getBoolean("endsSessions")).isTrue();
    var id = events.getFirst().getString("id");
    var path = "/api/v1/security-events/" + id + "/acknowledge";
    assertThat(business.owner().post(path, "{\"note\": \"đã hỏi\"}").status()).isEqualTo(200);
    assertThat(other.owner().post(path, "{}").status()).isEqualTo(404);
    assertThat(
            business.owner().get("/api/v1/security-events?open=true").json().getJsonArray("items"))
        .isEmpty();
    assertThat(other.owner().get("/api/v1/security-events").json().getJsonArray("items")).isEmpty();
  }

  @Test
  void theTrailIsVerifiedAndSaysThatItWas() {
    var business = Business.signUp();
    var other = Business.signUp();
    var path = "/api/v1/audit/verification";
    assertThat(business.owner().get(path).json().isNull("last")).isTrue();

    var found = business.owner().post(path, "{}").json();

    assertThat(found.getBoolean("whole")).as(found.toString()).isTrue();
    assertThat(found.getInt("entries")).isPositive();
    await()
        .untilAsserted(
            () -> assertThat(business.owner().get(path).json().isNull("last")).isFalse());
    var last = business.owner().get(path).json().getJsonObject("last");
    assertThat(last.getBoolean("whole")).isTrue();
    assertThat(last.getInt("seq")).isGreaterThan(found.getInt("entries"));
    assertThat(other.owner().get(path).json().isNull("last")).isTrue();
    assertThat(business.colleague("sales").post(path, "{}").status()).isEqualTo(403);
  }

  @Test
  void theTrailIsTurnedOverPageByPage() {
    var business = Business.signUp();
    for (int i = 0; i < 5; i++) {
      business.register("Khách " + i);
    }
    var first = business.program().get("/api/v1/audit?act=CustomerRegistered&limit=3");
    var cursor = first.json().getString("nextCursor");
    assertThat(first.header("Link")).contains("rel=\"next\"");

    var second =
        business.program().get("/api/v1/audit?act=CustomerRegistered&limit=3&cursor=" + cursor);

    assertThat(first.json().getJsonArray("items")).hasSize(3);
    assertThat(second.json().getJsonArray("items")).hasSize(2);
    assertThat(second.json().isNull("nextCursor")).isTrue();
    assertThat(business.program().get("/api/v1/audit?cursor=!").status()).isEqualTo(400);
    assertThat(business.program().get("/api/v1/audit?from=yesterday").status()).isEqualTo(400);
  }

  @Test
  void theTrailIsDownloadedWithItsCheckpointAndVerifiedByAnOperator() {
    var business = Business.signUp();
    var other = Business.signUp();
    business.register("Trần Thị Hoa");
    other.register("Lê Văn Nam");

    var lines =
        business.owner().get("/api/v1/audit/export").body().lines().map(AuditIT::json).toList();

    assertThat(lines.getFirst().getString("publicKey")).contains("BEGIN PUBLIC KEY");
    assertThat(lines).extracting(line -> line.getString("type")).contains("entry", "checkpoint");
    var last = lines.getLast();
    var sealed = lines.stream().filter(line -> line.getString("type").equals("entry")).toList();
    assertThat(last.getInt("seq")).isEqualTo(sealed.size());
    assertThat(last.getString("hash")).isEqualTo(sealed.getLast().getString("hash"));
    for (Business each : List.of(business, other)) {
      var report = operator.post("/ops/v1/tenants/" + each.slug() + "/verify-audit", "{}").json();
      assertThat(report.getBoolean("whole")).as(report.toString()).isTrue();
      assertThat(report.getInt("entries")).isPositive();
    }
    assertThat(
            business
                .owner()
                .post("/ops/v1/tenants/" + business.slug() + "/verify-audit", "{}")
                .status())
        .isEqualTo(401);
  }

  private static Http.Answer patch(Http client, String path, String body) {
    return client.with("Content-Type", "application/merge-patch+json").send("PATCH", path, body);
  }

  private static List<String> acts(Business business, String query) {
    return entries(business, query).stream().map(entry -> entry.getString("act")).toList();
  }

  private static List<JsonObject> entries(Business business, String query) {
    var answer = business.owner().get("/api/v1/audit" + query);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    return answer.json().getJsonArray("items").getValuesAs(JsonObject.class);
  }

  private static JsonObject json(String line) {
    try (var reader = Json.createReader(new StringReader(line))) {
      return reader.readObject();
    }
  }
}

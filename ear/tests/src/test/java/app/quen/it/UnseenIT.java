package app.quen.it;

import static org.assertj.core.api.Assertions.assertThat;

import app.quen.it.Planted.Role;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What somebody does not see is for them as if it were not there, also where they would write, and
 * in numbers.
 */
class UnseenIT {

  private static final Map<String, String> TYPES =
      Map.of(
          "customers", "customer",
          "orders", "order",
          "interactions", "interaction",
          "feedback", "feedback",
          "tasks", "task");

  private static final Map<String, String> LETTERS =
      Map.of("customers", "c", "orders", "o", "interactions", "i", "feedback", "f", "tasks", "t");

  /** Bodies that would do, were the record seen. */
  private static final Map<String, String> BODIES =
      Map.of(
          "payOrder", "{\"method\": \"cash\", \"amount\": 1}",
          "takeBackGoods", "{\"lines\": [{\"position\": 1, \"quantity\": 1}]}",
          "linkCustomers",
              "{\"otherId\": \"0192aaaa-0000-7000-8000-000000000001\", \"type\": \"other\"}",
          "shareRecord",
              "{\"toKind\": \"member\", \"level\": \"read\", \"toId\":"
                  + " \"0192aaaa-0000-7000-8000-000000000001\"}",
          "recordConsent",
              "{\"purposeId\": \"0192aaaa-0000-7000-8000-000000000001\", \"channel\": \"email\","
                  + " \"state\": \"refused\"}");

  private static Planted planted;

  @BeforeAll
  static void recordsOfSeveralOwnersArePlanted() {
    planted = new Planted();
  }

  @Test
  void whatIsNotSeenIsAnsweredLikeWhatIsNotThere() {
    List<String> told = new ArrayList<>();
    for (Role role : planted.roles()) {
      for (Served.Operation operation : Served.operations()) {
        String first = operation.path().split("/")[1];
        Set<String> kinds =
            first.equals("{records}")
                ? TYPES.keySet()
                : TYPES.containsKey(first) && operation.path().contains("{id}")
                    ? Set.of(first)
                    : Set.of();
        for (String records : kinds) {
          for (String letter : List.of("a", "d")) {
            if (!sees(role, TYPES.get(records), letter)) {
              String id = planted.ids(letter).get(LETTERS.get(records));
              var unseen = ask(role, operation, records, id);
              var absent = ask(role, operation, records, UUID.randomUUID().toString());
              if (unseen.status() != absent.status()
                  || !unseen.problem().equals(absent.problem())
                  || unseen.status() < 400) {
                told.add(role.key() + " " + unseen + " but " + absent);
              }
            }
          }
        }
      }
    }
    assertThat(told).isEmpty();
  }

  private static boolean sees(Role role, String type, String letter) {
    return type.equals("customer")
        ? planted.expected().sees(role, letter)
        : planted.expected().seesRecord(role, type, letter);
  }

  private static Http.Answer ask(Role role, Served.Operation operation, String records, String id) {
    String path =
        "/api/v1"
            + operation
                .path()
                .replace("{records}", records)
                .replace("{id}", id)
                .replace("{member}", role.id());
    if (operation.id().equals("addAttachment")) {
      return role.http().with("Content-Type", "text/plain").post(path + "?fileName=a.txt", "x");
    }
    Http http = role.http().with("If-Match", "\"v1\"");
    if (operation.method().equals("PATCH")) {
      http = http.with("Content-Type", "application/merge-patch+json");
    }
    String body =
        Set.of("POST", "PATCH", "PUT").contains(operation.method())
            ? BODIES.getOrDefault(operation.id(), "{}")
            : null;
    return http.send(operation.method(), path, body);
  }

  /** Bodies that name a customer. */
  private static final Map<String, String> NAMING =
      Map.of(
          "/orders",
              "{'customerId': '%s', 'lines': [{'name': 'x', 'quantity': 1, 'unitPrice': 1}]}",
          "/interactions", "{'customerId': '%s', 'channel': 'call', 'body': 'x'}",
          "/feedback", "{'customerId': '%s', 'kind': 'complaint', 'body': 'x'}",
          "/tasks", "{'customerId': '%s', 'title': 'x'}",
          "/bulk", "{'record': 'customer', 'ids': ['%s'], 'change': {'occupation': 'x'}}",
          "/hand-overs",
              "{'from': '{from}', 'rule': 'by-hand', 'named': [{'recordId': '%s', 'to': '{to}'}]}",
          "/customers/{seen}/links", "{'otherId': '%s', 'type': 'other'}");

  @Test
  void whoIsNamedAndNotSeenIsAnsweredLikeNobody() {
    List<String> told = new ArrayList<>();
    for (Role role : planted.roles()) {
      List<String> seen =
          Planted.LETTERS.stream().filter(x -> planted.expected().sees(role, x)).toList();
      for (String x : List.of("a", "c", "d")) {
        if (!seen.contains(x)) {
          NAMING.forEach(
              (path, body) -> {
                String at =
                    "/api/v1"
                        + path.replace(
                            "{seen}",
                            seen.isEmpty()
                                ? UUID.randomUUID().toString()
                                : planted.customer(seen.getFirst()));
                String unseen = said(role, at, body, planted.customer(x));
                String absent = said(role, at, body, UUID.randomUUID().toString());
                if (!unseen.equals(absent)) {
                  told.add(role.key() + " " + at + " " + unseen + " but " + absent);
                }
              });
        }
      }
    }
    assertThat(told).isEmpty();
  }

  /** The answer, without what differs each time. */
  private static String said(Role role, String path, String body, String customer) {
    String filled =
        body.replace('\'', '"')
            .formatted(customer)
            .replace("{from}", planted.person("reach-own"))
            .replace("{to}", planted.person("sales"));
    var answer = role.http().post(path, filled);
    return answer.status()
        + " "
        + answer
            .body()
            .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "ID")
            .replaceAll("\"requestId\":\"[0-9a-f]+\"", "")
            .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "T");
  }

  @Test
  void numbersCountWhatIsSeen() {
    Map<String, String> wrong = new LinkedHashMap<>();
    for (Role role : planted.roles()) {
      Expected expected = planted.expected();
      if (expected.permits(role, "customer:read")) {
        long seen = Planted.LETTERS.stream().filter(x -> expected.sees(role, x)).count();
        // beside the five there are some that are nobody's
        long all = seen == 5 ? count(planted.owner()) : seen;
        if (count(role.http()) != all) {
          wrong.put(role.key() + " counts", count(role.http()) + " and not " + all);
        }
      }
      var results = role.http().get("/api/v1/surveys/" + planted.single("survey") + "/results");
      if (results.status() == 200) {
        long seen =
            List.of("a", "b").stream()
                .filter(x -> expected.seesRecord(role, "feedback", x))
                .count();
        if (results.json().getInt("answers") != seen) {
          wrong.put(role.key() + " results", results + " and not " + seen);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static int count(Http http) {
    return http.get("/api/v1/customers/count").json().getInt("count");
  }

  @Test
  void anImportIsToldOnlyOfWhatWhoRunsItSees() {
    List<String> told = new ArrayList<>();
    for (Role role : planted.roles()) {
      Http http = role.http();
      var up =
          http.with("Content-Type", "text/csv")
              .post(
                  "/api/v1/imports?fileName=thu.csv",
                  "name,externalId\nThử một,zqexta\nThử hai,zqextd\n");
      if (up.status() != 201) {
        continue;
      }
      String run = "/api/v1/imports/" + up.json().getString("id");
      var mapped =
          http.send(
              "PUT",
              run + "/mapping",
              "{\"columns\": [{\"index\": 0, \"field\": \"name\"}, {\"index\": 1, \"field\":"
                  + " \"externalId\"}], \"match\": [\"externalId\"], \"onMatch\": \"update\","
                  + " \"onNew\": \"create\"}");
      if (mapped.status() != 200 || http.post(run + "/check", "").status() >= 400) {
        continue;
      }
      org.awaitility.Awaitility.await()
          .atMost(java.time.Duration.ofMinutes(1))
          .until(() -> !http.get(run).json().getString("state").equals("checking"));
      var checked = http.get(run);
      boolean readsKey =
          planted.expected().access(role, "customer", "externalId") == Planted.Level.WHOLE;
      long seen =
          List.of("a", "d").stream()
              .filter(x -> readsKey && planted.expected().sees(role, x))
              .count();
      var check = checked.json().get("check");
      long updates =
          check == null || check == jakarta.json.JsonValue.NULL
              ? 0
              : check.asJsonObject().getInt("update");
      if (updates > seen || checked.body().contains("Zqname")) {
        told.add(role.key() + " " + checked);
      }
    }
    assertThat(told).isEmpty();
  }

  @Test
  void anAdministratorLooksAsAnotherMemberToReadOnlyAndItIsWrittenDown() {
    Role own = role("reach-own");
    Http looking = planted.owner().with("X-View-As", own.id());
    List<String> other = new ArrayList<>();
    for (String x : List.of("a", "b", "d")) {
      String path = "/api/v1/customers/" + planted.customer(x);
      if (!looking.get(path).body().equals(own.http().get(path).body())
          && planted.expected().sees(own, x)) {
        other.add(looking.get(path) + " but " + own.http().get(path));
      }
      assertThat(looking.get(path).status()).isEqualTo(own.http().get(path).status());
    }
    assertThat(other).isEmpty();
    assertThat(looking.post("/api/v1/customers", "{\"name\": \"x\"}").status()).isEqualTo(400);
    assertThat(looking.get("/api/v1/customers/export?format=csv").status()).isEqualTo(403);
    assertThat(
            planted
                .owner()
                .with("X-View-As", UUID.randomUUID().toString())
                .get("/api/v1/customers")
                .status())
        .isEqualTo(404);
    // who may not manage roles, and who would see more than they do themselves
    assertThat(role("sales").http().with("X-View-As", own.id()).get("/api/v1/customers").status())
        .isEqualTo(403);
    String secret = "zqsecreta";
    String path = "/api/v1/customers/" + planted.customer("a");
    assertThat(planted.owner().get(path).body()).contains(secret);
    assertThat(role("administrator").http().with("X-View-As", role("owner").id()).get(path).body())
        .contains("zqplaina")
        .doesNotContain(secret);
    org.awaitility.Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(planted.owner().get("/api/v1/audit?act=ViewedAs").body())
                    .contains(own.id()));
  }

  private static Role role(String key) {
    return planted.roles().stream().filter(one -> one.key().equals(key)).findFirst().orElseThrow();
  }
}

package app.quen.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.quen.it.Planted.Level;
import app.quen.it.Planted.Plant;
import app.quen.it.Planted.Role;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Who sees what: a value of its own is planted in every field of records of several owners, and
 * then somebody of each role asks every read of the API, and every file. No answer may hold a value
 * that the role does not see; what is expected is worked out here, from what the roles say, not by
 * the code that is tried. Prints what it found to {@code target/access-matrix.csv}.
 */
class AccessMatrixIT {

  /** Where an operation is asked: {c}, {o}, {i}, {f}, {t} stand for each customer's records. */
  private static final Map<String, List<String>> ASKED =
      Map.ofEntries(
          entry("listCustomers", List.of("", "?trash=true", "?archived=true", "?sort=name")),
          entry("countCustomers", List.of("")),
          entry("exportCustomers", List.of("?format=csv", "?format=json")),
          entry("possibleDuplicates", List.of("?externalId=x")),
          entry("getCustomer", List.of("")),
          entry("customerConsents", List.of("")),
          entry("checkConsent", List.of("?channel=email&purposeId={purpose}")),
          entry("consentHistory", List.of("")),
          entry("customerHistory", List.of("")),
          entry("customerLinks", List.of("")),
          entry("customerOrigins", List.of("")),
          entry("customerProfile", List.of("")),
          entry("customerSummary", List.of("")),
          entry("customerTimeline", List.of("?limit=100", "?q=zq")),
          entry("listAttachments", List.of("")),
          entry("downloadAttachment", List.of("")),
          entry("listShares", List.of("")),
          entry("listViewers", List.of("")),
          entry("explainSight", List.of("")),
          entry("getLink", List.of("")),
          entry("listOrders", List.of("", "?trash=true", "?filter=customerId:eq:{c}")),
          entry("exportOrders", List.of("?format=csv", "?format=json")),
          entry("getOrder", List.of("")),
          entry("orderHistory", List.of("")),
          entry("listInteractions", List.of("", "?filter=customerId:eq:{c}")),
          entry("exportInteractions", List.of("?format=csv", "?format=json")),
          entry("getInteraction", List.of("")),
          entry("interactionHistory", List.of("")),
          entry("listFeedback", List.of("", "?filter=customerId:eq:{c}")),
          entry("exportFeedback", List.of("?format=csv", "?format=json")),
          entry("getFeedback", List.of("")),
          entry("feedbackHistory", List.of("")),
          entry("listTasks", List.of("", "?filter=customerId:eq:{c}")),
          entry("exportTasks", List.of("?format=csv", "?format=json")),
          entry("getTask", List.of("")),
          entry("taskHistory", List.of("")),
          entry("listTags", List.of("", "?prefix=zq")),
          entry("getBulk", List.of("")),
          entry("listBulk", List.of("")),
          entry("listBulkNotes", List.of("")),
          entry("listImports", List.of("")),
          entry("getImport", List.of("")),
          entry("listRejectedRows", List.of("")),
          entry("downloadRejectedRows", List.of("")),
          entry("listExports", List.of("")),
          entry("getExport", List.of("")),
          entry("downloadExport", List.of("")),
          entry("surveyResults", List.of("")),
          entry("fieldUsage", List.of("")),
          entry("fieldMisfits", List.of("")),
          entry("listDeadLetters", List.of("")),
          entry("listViews", List.of("")),
          entry("getView", List.of("")),
          entry("listMembers", List.of("")),
          entry("listInvitations", List.of("")),
          entry("listTeams", List.of("")),
          entry("ownSight", List.of("")),
          entry("listRoles", List.of("")),
          entry("getRole", List.of("")),
          entry("listSources", List.of("")),
          entry("getSource", List.of("")),
          entry("listSurveys", List.of("")),
          entry("getSurvey", List.of("")),
          entry("listConsentPurposes", List.of("")),
          entry("getConsentPurpose", List.of("")),
          entry("listFields", List.of("")),
          entry("getField", List.of("")),
          entry("getLayout", List.of("")),
          entry("getSettings", List.of("")),
          entry("listPlugins", List.of("")),
          entry("listPlaces", List.of("?level=province")),
          entry("currentSession", List.of("")),
          entry("listSessions", List.of("")),
          entry("listApiKeys", List.of("")),
          entry("getSignInPolicy", List.of("")),
          entry("getSecondFactor", List.of("")),
          entry("listPasskeys", List.of("")),
          entry("getSignInProvider", List.of("")),
          entry("findSignInProvider", List.of("?workspace=x")),
          entry("listPermissions", List.of("")),
          entry(
              "listAuditEntries",
              List.of("?limit=200", "?customerId={c}", "?why=zq", "?field=name&limit=200")),
          entry("listSecurityEvents", List.of("")),
          entry("lastVerification", List.of("")),
          entry("listSecurityRules", List.of("")),
          entry("exportAuditTrail", List.of("")));

  /** What is of nobody's records by its nature, and who asks it is nobody of the workspace. */
  private static final Map<String, String> NOT_ASKED =
      Map.of(
          "listHandOvers", "how much the caller got, and none of it",
          "listReceivers", "how much each colleague gets by a hand-over, for who sees the run",
          "listHandedRecords", "names of records, each only where the caller sees it",
          "openApiDocument", "the description of the API is the same for everybody",
          "showForm", "asked with a link and without a credential; it shows a survey's questions");

  private static Planted planted;
  private static final List<String> MATRIX = new ArrayList<>();

  @BeforeAll
  static void recordsOfSeveralOwnersArePlanted() {
    planted = new Planted();
  }

  static Stream<Served.Operation> reads() {
    return Served.operations().stream().filter(Served.Operation::isSafe);
  }

  @Test
  void everyReadOfTheApiIsInTheMatrix() {
    Set<String> known = new TreeSet<>(ASKED.keySet());
    known.addAll(NOT_ASKED.keySet());
    assertThat(known)
        .as("an operation of the API that nobody asks here could leak what it likes")
        .isEqualTo(
            reads().map(Served.Operation::id).collect(Collectors.toCollection(TreeSet::new)));
  }

  @Test
  void noAnswerHoldsWhatTheRoleDoesNotSee() throws IOException {
    List<String> leaks = new ArrayList<>();
    int shown = 0;
    for (Role role : planted.roles()) {
      for (Served.Operation operation : reads().toList()) {
        for (String query : ASKED.getOrDefault(operation.id(), List.of())) {
          for (String path : planted.paths(operation, query)) {
            Http.Answer answer = role.http().get(path);
            assertThat(answer.status()).as(role.key() + " " + answer).isLessThan(500);
            shown += look(role, operation.id() + query, path, answer.body(), leaks);
          }
        }
      }
      shown += files(role, leaks);
    }
    Path file = Path.of("target", "access-matrix.csv");
    Files.createDirectories(file.getParent());
    MATRIX.sort(null);
    MATRIX.addFirst("role,record,field,of,expected,surface,shown");
    Files.write(file, MATRIX);
    assertThat(leaks).as("values that showed where they must not").isEmpty();
    // a matrix in which nothing is ever shown would say nothing
    assertThat(shown).isGreaterThan(1000);
  }

  /** Looks for every planted value; one that shows must be one that the role sees. */
  private static int look(Role role, String surface, String path, String body, List<String> leaks) {
    int shown = 0;
    for (Plant plant : planted.plants()) {
      boolean there = body.contains(plant.token());
      Level level = planted.level(role, plant);
      if (there && level != Level.WHOLE) {
        leaks.add(role.key() + " " + plant + " at " + path);
      }
      if (there) {
        shown++;
      }
      if (there || level != Level.WHOLE) {
        MATRIX.add(
            String.join(
                ",",
                role.key(),
                plant.type(),
                plant.key(),
                plant.of(),
                level.name(),
                surface,
                String.valueOf(there)));
      }
    }
    return shown;
  }

  /** Files that a job makes. */
  private static int files(Role role, List<String> leaks) {
    int shown = 0;
    for (String record : List.of("customer", "order", "interaction", "feedback", "task")) {
      var asked =
          role.http()
              .post(
                  "/api/v1/exports", "{\"record\": \"%s\", \"format\": \"csv\"}".formatted(record));
      if (asked.status() != 201) {
        assertThat(asked.problem()).as(role.key() + " " + asked).isEqualTo("forbidden");
        continue;
      }
      String path = "/api/v1/exports/" + asked.json().getString("id");
      await()
          .atMost(Duration.ofMinutes(1))
          .until(() -> !role.http().get(path).json().getString("state").equals("running"));
      String file = path + "/file";
      shown += look(role, "job:" + record, file, role.http().get(file).body(), leaks);
    }
    return shown;
  }

  @Test
  void whatARoleSeesItReallySees() {
    List<String> missing = new ArrayList<>();
    for (Role role : planted.roles()) {
      for (Plant plant : planted.plants()) {
        String at = planted.home(plant);
        if (at != null && planted.level(role, plant) == Level.WHOLE) {
          var answer = role.http().get(at);
          if (!answer.body().contains(plant.token())) {
            missing.add(role.key() + " " + plant + " at " + answer.status() + " " + at);
          }
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void nobodyLearnsByAskingWhetherAValueIsThere() {
    List<String> learned = new ArrayList<>();
    for (Role role : planted.roles()) {
      for (Plant plant : planted.plants()) {
        if (!plant.type().equals("customer") || planted.level(role, plant) == Level.WHOLE) {
          continue;
        }
        String id = planted.customer(plant.of());
        String token = URLEncoder.encode(plant.token(), UTF_8);
        List<String> questions = new ArrayList<>();
        questions.add("/api/v1/customers?q=" + token);
        questions.add("/api/v1/customers/count?q=" + token);
        questions.add("/api/v1/customers?filter=" + plant.key() + ":contains:" + token);
        questions.add("/api/v1/customers/count?filter=" + plant.key() + ":contains:" + token);
        questions.add("/api/v1/customers/possible-duplicates?externalId=" + token);
        questions.add("/api/v1/customers/possible-duplicates?email=" + token);
        questions.add("/api/v1/customers/possible-duplicates?phone=0" + token);
        for (String question : questions) {
          var answer = role.http().get(question);
          boolean counted =
              question.contains("/count?")
                  && answer.status() == 200
                  && answer.json().getInt("count") > 0;
          if (answer.body().contains(id) || counted) {
            learned.add(role.key() + " " + plant + " by " + answer);
          }
        }
        boolean readsKey = planted.access(role, "customer", plant.key()) == Level.WHOLE;
        if (!readsKey && planted.permits(role, "customer:read")) {
          var sorted = role.http().get("/api/v1/customers?sort=" + plant.key());
          var filtered = role.http().get("/api/v1/customers?filter=" + plant.key() + ":notempty:");
          if (sorted.status() != 422 || filtered.status() != 422) {
            learned.add(role.key() + " " + plant + " by " + sorted + " or " + filtered);
          }
        }
      }
    }
    assertThat(learned).isEmpty();
  }
}

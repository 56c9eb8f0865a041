package app.quen.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.quen.it.Planted.Level;
import app.quen.it.Planted.Plant;
import app.quen.it.Planted.Role;
import app.quen.it.Surfaces.Way;
import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Who sees what: a value of its own is planted in every field of records of several owners, and
 * then somebody of each role, and API keys, use every way of the API that shows something of
 * records, and every file. No answer may hold a value that the role does not see. Each way is asked
 * so that the owner sees something: one that shows nobody anything would prove nothing. Prints what
 * it found to {@code target/access-matrix.csv}.
 */
class AccessMatrixIT {

  private static Planted planted;
  private static Matrix matrix;
  private static Walk walk;

  @BeforeAll
  static void everybodyAsksEverything() throws Exception {
    planted = new Planted();
    matrix = new Matrix(planted.plants(), planted.expected());
    walk = new Walk(planted, matrix);
    walk.everybodyAsksEverything();
    matrix.write(Path.of("target", "access-matrix.csv"));
  }

  @Test
  void everyOperationOfTheApiIsInTheMatrixOrSaysWhyNot() {
    Set<String> known = new TreeSet<>(Surfaces.SHOWING.keySet());
    assertThat(known).doesNotContainAnyElementsOf(Surfaces.SILENT.keySet());
    known.addAll(Surfaces.SILENT.keySet());
    assertThat(known)
        .as("an operation of the API that nobody asks here could leak what it likes")
        .isEqualTo(
            Served.operations().stream()
                .map(Served.Operation::id)
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  @Test
  void everyFieldOfEveryRecordIsPlantedOrSaysWhyNot() {
    Set<String> missing = new TreeSet<>();
    for (String record : Walk.RECORDS) {
      for (JsonObject field :
          planted
              .owner()
              .get("/api/v1/fields?record=" + record)
              .json()
              .getJsonArray("items")
              .getValuesAs(JsonObject.class)) {
        missing.add(record + "/" + field.getString("key"));
      }
    }
    planted.plants().forEach(plant -> missing.remove(plant.type() + "/" + plant.key()));
    missing.removeAll(Unplanted.fields());
    missing.removeIf(Unplanted::isOfTheCustomer);
    assertThat(missing).as("a field in which nothing is planted could show itself").isEmpty();
  }

  @Test
  void noAnswerHoldsWhatTheRoleDoesNotSee() {
    assertThat(matrix.leaks()).as("values that showed where they must not").isEmpty();
  }

  @Test
  void everyWayShowsTheOwnerSomething() {
    List<String> blind = new ArrayList<>();
    Surfaces.SHOWING.forEach(
        (id, ways) ->
            ways.stream().filter(Way::shows).forEach(way -> blind.add(Walk.surface(id, way))));
    Walk.RECORDS.forEach(
        record -> Walk.FORMATS.forEach(format -> blind.add(Walk.file(record, format))));
    blind.removeAll(matrix.surfacesThatShow());
    assertThat(blind).as("what shows the owner nothing proves nothing of the others").isEmpty();
  }

  @Test
  void anAnswerOfTheOwnerThatSomebodyElseGetsIsFoundOnEveryWay() {
    List<String> notFound = new ArrayList<>();
    walk.ownerRead()
        .forEach(
            (surface, answers) -> {
              if (matrix.surfacesThatShow().contains(surface) && !found(surface, answers)) {
                notFound.add(surface);
              }
            });
    assertThat(notFound).isEmpty();
  }

  /** Whether the matrix finds it when a reader without the policy answers all alike. */
  private static boolean found(String surface, Map<String, String> answers) {
    return planted.roles().stream()
        .anyMatch(
            role -> {
              Matrix leaking = new Matrix(planted.plants(), planted.expected());
              answers.forEach((path, body) -> leaking.look(role, surface, path, body));
              return !leaking.leaks().isEmpty();
            });
  }

  @Test
  void oneValueThatLeaksIsFoundWhoeverSeesItAndWhereverItIs() {
    List<String> notFound = new ArrayList<>();
    for (Role role : planted.roles()) {
      for (Plant plant : planted.plants()) {
        if (planted.expected().level(role, plant) != Level.WHOLE) {
          Matrix leaking = new Matrix(planted.plants(), planted.expected());
          leaking.look(role, "a way", "/a/way", "{\"somewhere\": \"in " + plant.token() + " it\"}");
          if (leaking.leaks().isEmpty()) {
            notFound.add(role.key() + " " + plant);
          }
        }
      }
    }
    assertThat(notFound).isEmpty();
  }

  @Test
  void whatARoleSeesItReallySees() {
    List<String> missing = new ArrayList<>();
    Map<String, Http.Answer> read = new LinkedHashMap<>();
    for (Role role : planted.roles()) {
      for (Plant plant : planted.plants()) {
        String at = planted.home(plant);
        if (at != null && planted.expected().level(role, plant) == Level.WHOLE) {
          var answer = read.computeIfAbsent(role.key() + at, key -> role.http().get(at));
          if (!answer.body().contains(plant.token())) {
            missing.add(role.key() + " " + plant + " at " + answer.status() + " " + at);
          }
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  /** By which field duplicates are asked for how. */
  private static final Map<String, String> DUPLICATES =
      Map.of("externalId", "externalId=", "emails", "email=", "phones", "phone=0");

  @Test
  void nobodyLearnsByAskingWhetherAValueIsThere() {
    List<String> learned = new ArrayList<>();
    for (Role role : planted.roles()) {
      for (Plant plant : planted.plants()) {
        if (!plant.type().equals("customer")
            || !Planted.LETTERS.contains(plant.of())
            || planted.expected().level(role, plant) == Level.WHOLE) {
          continue;
        }
        String id = planted.customer(plant.of());
        String token = URLEncoder.encode(plant.token(), UTF_8);
        List<String> questions = new ArrayList<>();
        questions.add("/api/v1/customers?q=" + token);
        questions.add("/api/v1/customers/count?filter=" + plant.key() + ":contains:" + token);
        String asked = DUPLICATES.get(plant.key());
        if (asked != null) {
          questions.add("/api/v1/customers/possible-duplicates?" + asked + token);
        }
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
        boolean readsKey = planted.expected().access(role, "customer", plant.key()) == Level.WHOLE;
        if (!readsKey && planted.expected().permits(role, "customer:read")) {
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

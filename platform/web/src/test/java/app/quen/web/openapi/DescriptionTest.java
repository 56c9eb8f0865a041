package app.quen.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class DescriptionTest {

  private static final JsonObject API = read();

  @Test
  void everyOperationSaysWhatItDoesWhoMayCallItAndWhatCanGoWrong() {
    for (JsonObject operation : operations()) {
      var id = operation.getString("operationId");
      assertThat(operation.getString("summary")).as(id).isNotBlank();
      assertThat(operation.getJsonArray("tags")).as(id).hasSize(1);
      assertThat(operation.containsKey("security")).as(id).isTrue();
      assertThat(operation.getJsonObject("responses").keySet())
          .as(id)
          .contains("400", "429", "500");
    }
  }

  @Test
  void everyDeclaredResourceMethodIsDescribed() {
    Set<String> described = new TreeSet<>();
    operations().forEach(operation -> described.add(operation.getString("operationId")));

    assertThat(described).isEqualTo(new TreeSet<>(ResourceClasses.methodsByOperationId().keySet()));
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    var references = new TreeSet<String>();
    collect(API, references);

    assertThat(references).isNotEmpty();
    for (String reference : references) {
      assertThat((JsonValue) API.getValue(reference.substring(1))).as(reference).isNotNull();
    }
  }

  @Test
  void whatIsOpenToEverybodyIsThisAndNoMore() {
    var open = new TreeSet<String>();
    operations().stream()
        .filter(operation -> operation.getJsonArray("security").isEmpty())
        .forEach(operation -> open.add(operation.getString("operationId")));

    assertThat(open)
        .containsExactly(
            "answerForm",
            "beginProviderSignIn",
            "beginSignIn",
            "comeByInvitation",
            "findSignInProvider",
            "openApiDocument",
            "readInvitation",
            "showForm",
            "signIn",
            "signInByProvider",
            "signInWithPasskey",
            "signUp");
  }

  @Test
  void whatCreatesTakesAnIdempotencyKeyUnlessItsAnswerIsASecret() {
    var without = new TreeSet<String>();
    for (JsonObject operation : operations()) {
      if (operation.getJsonObject("responses").containsKey("201")
          && operation.getJsonArray("parameters").getValuesAs(JsonObject.class).stream()
              .noneMatch(parameter -> parameter.getString("name").equals("Idempotency-Key"))) {
        without.add(operation.getString("operationId"));
      }
    }

    assertThat(without).containsExactly("addPasskey", "createApiKey", "inviteMember", "linkSurvey");
  }

  @Test
  void theMainInputsHaveAnExample() {
    for (String name :
        List.of("SignUp", "SignIn", "NewCustomer", "CustomerPatch", "ImportMapping")) {
      assertThat(
              API.getValue("/components/schemas/" + name).asJsonObject().getJsonArray("examples"))
          .as(name)
          .isNotEmpty();
    }
  }

  private static List<JsonObject> operations() {
    var operations = new ArrayList<JsonObject>();
    API.getJsonObject("paths")
        .values()
        .forEach(
            path -> path.asJsonObject().values().forEach(it -> operations.add(it.asJsonObject())));
    return operations;
  }

  private static void collect(JsonStructure json, Set<String> references) {
    if (json instanceof JsonObject object) {
      if (object.get("$ref") instanceof JsonString reference) {
        references.add(reference.getString());
      }
      object.values().forEach(value -> collectIn(value, references));
    } else {
      json.asJsonArray().forEach(value -> collectIn(value, references));
    }
  }

  private static void collectIn(JsonValue value, Set<String> references) {
    if (value instanceof JsonStructure structure) {
      collect(structure, references);
    }
  }

  private static JsonObject read() {
    return Json.createReader(Conventions.class.getResourceAsStream("openapi.json")).readObject();
  }
}

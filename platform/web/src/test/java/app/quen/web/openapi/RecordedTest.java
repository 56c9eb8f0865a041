package app.quen.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import app.quen.web.audit.Recorded;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An operation that is new leaves a mark in the trail, or the build asks why it does not. */
class RecordedTest {

  /** What a fact tells, with what was and what is. */
  private static final Set<String> BY_FACTS =
      Set.of(
          "registerCustomer",
          "reviseCustomer",
          "archiveCustomer",
          "trashCustomer",
          "restoreCustomer",
          "linkCustomers",
          "reviseLink",
          "unlinkCustomers",
          "recordConsent",
          "placeOrder",
          "reviseOrder",
          "trashOrder",
          "restoreOrder",
          "payOrder",
          "takeBackGoods",
          "planTask",
          "reviseTask",
          "trashTask",
          "restoreTask",
          "recordInteraction",
          "reviseInteraction",
          "trashInteraction",
          "restoreInteraction",
          "receiveFeedback",
          "reviseFeedback",
          "trashFeedback",
          "restoreFeedback",
          "answerForm",
          "addField",
          "reviseField",
          "retireField",
          "restoreField",
          "switchPlugin",
          "recoverValues",
          "acknowledgeSecurityEvent",
          "reviseSecurityRule");

  /** What is told where it is done, since more is known there than the address says. */
  private static final Set<String> WHERE_IT_IS_DONE =
      Set.of(
          "addRole",
          "reviseRole",
          "removeRole",
          "giveRole",
          "addTeam",
          "reviseTeam",
          "removeTeam",
          "setTeamMembers",
          "shareRecord",
          "endShare",
          "signUp",
          "signIn",
          "signInWithPasskey",
          "signInByProvider",
          "signOut",
          "switchWorkspace",
          "foundWorkspace",
          "inviteMember",
          "renewInvitation",
          "comeByInvitation",
          "acceptInvitation",
          "createApiKey",
          "startExport",
          "exportAuditTrail",
          "verifyAuditTrail");

  /** What changes nothing that anybody is shown. */
  private static final Set<String> NOTHING =
      Set.of(
          "evaluateFields",
          "countFieldUse",
          "showRoleEffect",
          "beginTotp",
          "beginPasskey",
          "beginSignIn",
          "beginConfirmation",
          "beginProviderSignIn",
          "beginProviderConfirmation",
          "readInvitation");

  @Test
  void whatChangesSomethingIsInTheTrail() {
    assertThat(silent(method -> !method.isAnnotationPresent(GET.class))).isEmpty();
  }

  @Test
  void whatGivesOutAFileIsInTheTrail() {
    assertThat(silent(RecordedTest::givesOutAFile)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"vi", "en"})
  void whatIsInTheTrailHasItsWordsOnTheScreen(String language) throws IOException {
    JsonObject words;
    try (var reader =
        Json.createReader(
            Files.newBufferedReader(Path.of("../ui/src/i18n/" + language + ".rest.json")))) {
      words = reader.readObject().getJsonObject("trail").getJsonObject("act");
    }
    var marks = new TreeSet<String>();
    for (Method method : ResourceClasses.methodsByOperationId().values()) {
      Recorded recorded = method.getAnnotation(Recorded.class);
      if (recorded != null) {
        marks.add(recorded.value());
      }
    }
    assertThat(marks).isNotEmpty();
    marks.removeAll(words.keySet());
    assertThat(marks).isEmpty();
  }

  private static boolean givesOutAFile(Method method) {
    Produces produces = method.getAnnotation(Produces.class);
    return produces != null
        && Arrays.stream(produces.value())
            .anyMatch(type -> !type.startsWith(MediaType.APPLICATION_JSON));
  }

  private static Set<String> silent(Predicate<Method> asked) {
    var silent = new TreeSet<String>();
    for (Map.Entry<String, Method> each : ResourceClasses.methodsByOperationId().entrySet()) {
      String operation = each.getKey();
      if (asked.test(each.getValue())
          && !each.getValue().isAnnotationPresent(Recorded.class)
          && !BY_FACTS.contains(operation)
          && !WHERE_IT_IS_DONE.contains(operation)
          && !NOTHING.contains(operation)) {
        silent.add(operation);
      }
    }
    return silent;
  }
}

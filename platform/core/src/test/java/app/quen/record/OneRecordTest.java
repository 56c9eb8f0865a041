package app.quen.record;

import static app.quen.record.RecordWorld.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import app.quen.access.Refused;
import app.quen.customer.CustomerId;
import app.quen.customer.Source;
import app.quen.feedback.ReviseFeedback;
import app.quen.feedback.ShowFeedbackHistory;
import app.quen.field.AddField;
import app.quen.field.Field;
import app.quen.field.FieldState;
import app.quen.field.FieldType;
import app.quen.field.Invalid;
import app.quen.field.ListFields;
import app.quen.field.Problem;
import app.quen.interaction.ListInteractions;
import app.quen.interaction.RestoreInteraction;
import app.quen.interaction.ReviseInteraction;
import app.quen.interaction.ShowInteraction;
import app.quen.interaction.TrashInteraction;
import app.quen.task.PlanTask;
import app.quen.testing.EmbeddedDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmbeddedDatabase.class)
class OneRecordTest {

  static final RecordWorld world = new RecordWorld();

  @AfterAll
  static void close() {
    world.close();
  }

  static List<String> problems(Runnable work) {
    return catchThrowableOfType(Invalid.class, work::run).problems().stream()
        .map(Problem::field)
        .toList();
  }

  @Test
  void aRecordedCallIsShownAsWritten() {
    CustomerId hoa = world.customer("Trần Thị Hoa");
    var call =
        world.interaction(
            hoa,
            """
            {'channel': 'call', 'direction': 'out', 'at': '2026-11-20T09:30:00+07:00',
             'subject': ' Hỏi  thăm ', 'body': 'Dòng một\\r\\nDòng hai\\u0007', 'outcome': 'reached',
             'durationSeconds': 125}
            """);
    assertThat(call.version()).isEqualTo(1);
    assertThat(call.json().getString("at")).isEqualTo("2026-11-20T02:30:00Z");
    assertThat(call.json().getString("subject")).isEqualTo("Hỏi thăm");
    assertThat(call.json().getString("body")).isEqualTo("Dòng một\nDòng hai");
    assertThat(call.json().getInt("durationSeconds")).isEqualTo(125);
    assertThat(call.json().getString("customerName")).isEqualTo("Trần Thị Hoa");
    assertThat(call.json().getString("memberId")).isEqualTo(world.lan.id().toString());
    assertThat(world.<RecordView>here(() -> world.bean(ShowInteraction.class).show(call.id())))
        .isEqualTo(call);
  }

  @Test
  void anotherTenantDoesNotSeeIt() {
    var note =
        world.interaction(world.customer("Lê A"), "{'channel': 'note', 'body': 'Thích trà'}");
    assertThatThrownBy(
            () ->
                world.as(world.world.b(), () -> world.bean(ShowInteraction.class).show(note.id())))
        .isInstanceOf(NoSuchRecord.class);
  }

  @Test
  void aCustomerOfAnotherTenantIsUnknown() {
    var foreign = world.customer("Lê B");
    var task = json("{'title': 'Gọi lại', 'customerId': '" + foreign + "'}");
    assertThat(
            problems(
                () ->
                    world.as(
                        world.world.b(), () -> world.bean(PlanTask.class).plan(task, Source.FORM))))
        // neither the customer nor the member who acts is known there
        .containsExactlyInAnyOrder("customerId", "assigneeId");
  }

  @Test
  void whoLacksThePermissionIsRefused() {
    assertThatThrownBy(
            () ->
                world.as(
                    world.world.a(),
                    Set.of("customer:*", "task:read"),
                    () -> world.bean(PlanTask.class).plan(json("{'title': 'x'}"), Source.FORM)))
        .isInstanceOf(Refused.class);
  }

  @Test
  void allThatIsWrongIsSaidAtOnce() {
    CustomerId hoa = world.customer("Hoa");
    assertThat(
            problems(
                () ->
                    world.interaction(
                        hoa,
                        """
                        {'channel': 'pigeon', 'direction': 5, 'at': 'hôm qua', 'color': 'red',
                         'durationSeconds': -3, 'memberId': '0192aaaa-0000-7000-8000-000000000009',
                         'fields': {'no.such': 1}}
                        """)))
        .containsExactlyInAnyOrder(
            "channel", "direction", "at", "color", "durationSeconds", "memberId", "no.such");
    assertThat(problems(() -> world.interaction(hoa, "{'channel': 'note'}")))
        .containsExactly("body");
    assertThat(
            problems(
                () -> world.interaction(hoa, "{'channel': 'call', 'at': '2100-01-01T00:00:00Z'}")))
        .containsExactly("at");
    assertThat(
            problems(
                () ->
                    world.here(
                        () ->
                            world
                                .bean(app.quen.interaction.RecordInteraction.class)
                                .record(json("{'channel': 'call'}"), Source.FORM))))
        .containsExactly("customerId");
  }

  @Test
  void fieldsOfTheWorkspaceHaveTheirRulesHereToo() {
    CustomerId hoa = world.customer("Hoa");
    world.here(
        () ->
            world
                .bean(AddField.class)
                .add(
                    "task",
                    json(
                        """
                        {'key': 'ticket', 'type': 'text', 'unique': true,
                         'label': {'vi': 'Số phiếu', 'en': 'Ticket'}}
                        """)));
    var task = world.task(hoa, "{'title': 'a', 'fields': {'workspace.ticket': 'T-1'}}");
    assertThat(task.json().getJsonObject("fields").getString("workspace.ticket")).isEqualTo("T-1");
    assertThat(
            problems(
                () -> world.task(hoa, "{'title': 'b', 'fields': {'workspace.ticket': 'T-1'}}")))
        .containsExactly("workspace.ticket");
  }

  @Test
  void anOrderThatDoesNotExistIsRefused() {
    CustomerId hoa = world.customer("Hoa");
    assertThat(
            problems(
                () ->
                    world.interaction(
                        hoa, "{'channel': 'call', 'orderId': '" + UUID.randomUUID() + "'}")))
        .containsExactly("orderId");
  }

  @Test
  void aPatchChangesOnlyWhatItNames() {
    var call =
        world.interaction(
            world.customer("Hoa"), "{'channel': 'call', 'subject': 'A', 'outcome': 'busy'}");
    var revised =
        world.<RecordView>here(
            () ->
                world
                    .bean(ReviseInteraction.class)
                    .revise(
                        call.id(),
                        json("{'outcome': null, 'body': 'Gọi lại chiều nay'}"),
                        1,
                        Source.FORM));
    assertThat(revised.version()).isEqualTo(2);
    assertThat(revised.json().containsKey("outcome")).isFalse();
    assertThat(revised.json().getString("subject")).isEqualTo("A");
    assertThat(revised.json().getString("at")).isEqualTo(call.json().getString("at"));
    var same =
        world.<RecordView>here(
            () ->
                world
                    .bean(ReviseInteraction.class)
                    .revise(call.id(), json("{'subject': 'A'}"), 2, Source.FORM));
    assertThat(same).isEqualTo(revised);
  }

  @Test
  void whoComesTooLateIsToldWhatChangedMeanwhile() {
    var complaint =
        world.feedback(world.customer("Hoa"), "{'kind': 'complaint', 'subject': 'Áo rách'}");
    world.revise(complaint, "{'state': 'in-progress'}");
    var conflict =
        catchThrowableOfType(
            RecordConflict.class, () -> world.revise(complaint, "{'subject': 'Áo bị rách'}"));
    assertThat(conflict.changedFields()).containsExactly("state");
    assertThat(conflict.current().version()).isEqualTo(2);
  }

  @Test
  void whatIsThrownAwayCanBeTakenBackButNotChanged() {
    var note = world.interaction(world.customer("Hoa"), "{'channel': 'note', 'body': 'x'}");
    var trashed =
        world.<RecordView>here(
            () -> world.bean(TrashInteraction.class).trash(note.id(), Source.FORM));
    assertThat(trashed.json().getJsonObject("deletedBy").getString("name"))
        .isEqualTo(world.lan.name());
    assertThat(
            problems(
                () ->
                    world.here(
                        () ->
                            world
                                .bean(ReviseInteraction.class)
                                .revise(note.id(), json("{'body': 'y'}"), 2, Source.FORM))))
        .containsExactly("deletedAt");
    var restored =
        world.<RecordView>here(
            () -> world.bean(RestoreInteraction.class).restore(note.id(), Source.FORM));
    assertThat(restored.version()).isEqualTo(3);
    assertThat(restored.json().containsKey("deletedAt")).isFalse();
  }

  @Test
  void timesAreTimesInTheCatalogueAndAreAskedForByTheDayOrExactly() {
    CustomerId hoa = world.customer("Hoa");
    for (String at : List.of("01T16:59:59", "01T17:00:00", "02T16:59:59", "02T17:00:00")) {
      world.interaction(hoa, "{'channel': 'call', 'at': '2026-03-%sZ'}".formatted(at));
    }
    assertThat(calls(hoa, "at:eq:2026-03-02")).containsExactly("02T16:59:59", "01T17:00:00");
    assertThat(calls(hoa, "at:ne:2026-03-02")).containsExactly("02T17:00:00", "01T16:59:59");
    assertThat(calls(hoa, "at:lte:2026-03-02")).hasSize(3);
    assertThat(calls(hoa, "at:lt:2026-03-02")).containsExactly("01T16:59:59");
    assertThat(calls(hoa, "at:gt:2026-03-02")).containsExactly("02T17:00:00");
    assertThat(calls(hoa, "at:gte:2026-03-02")).hasSize(3);
    assertThat(calls(hoa, "at:eq:2026-03-01T17:00:00Z")).containsExactly("01T17:00:00");
    Map<String, String> times =
        Map.of(
            "order", "placedAt",
            "interaction", "at",
            "feedback", "dueAt",
            "task", "dueAt",
            "customer", "rollup.lastOrderAt");
    times.forEach(
        (record, key) ->
            assertThat(
                    world.<List<FieldState>>here(
                        () -> world.bean(ListFields.class).list(record, false)))
                .extracting(FieldState::field)
                .filteredOn(field -> field.key().equals(key))
                .extracting(Field::type)
                .as(record)
                .containsExactly(FieldType.DATETIME));
  }

  /** Days and times of this customer's calls, newest first. */
  private static List<String> calls(CustomerId customer, String filter) {
    var query = RecordQuery.read(List.of("customerId:eq:" + customer, filter), null, false);
    return world
        .<RecordPage>here(() -> world.bean(ListInteractions.class).list(query, null, 50))
        .items()
        .stream()
        .map(call -> call.json().getString("at").substring(8, 19))
        .toList();
  }

  @Test
  void aComplaintGoesItsWayAndNoOther() {
    var complaint =
        world.feedback(
            world.customer("Hoa"), "{'kind': 'complaint', 'body': 'Giao sai màu', 'nps': 2}");
    assertThat(complaint.json().getString("state")).isEqualTo("open");
    assertThat(problems(() -> world.revise(complaint, "{'state': 'resolved'}")))
        .containsExactly("resolution");
    var resolved =
        world.revise(complaint, "{'state': 'resolved', 'resolution': 'Đổi áo, miễn phí ship'}");
    assertThat(Instant.parse(resolved.json().getString("resolvedAt"))).isBefore(Instant.now());
    assertThat(problems(() -> world.revise(resolved, "{'state': 'open'}")))
        .containsExactly("state");
    var again = world.revise(resolved, "{'state': 'in-progress'}");
    assertThat(again.json().containsKey("resolvedAt")).isFalse();
  }

  @Test
  void whatChangedStaysToBeRead() {
    var complaint =
        world.feedback(world.customer("Hoa"), "{'kind': 'question', 'body': 'Còn size M?'}");
    world.revise(complaint, "{'state': 'closed', 'resolution': 'Còn'}");
    await()
        .untilAsserted(
            () ->
                assertThat(
                        world.<List<RecordChange>>here(
                            () -> world.bean(ShowFeedbackHistory.class).show(complaint.id())))
                    .hasSize(1)
                    .first()
                    .satisfies(
                        change -> {
                          assertThat(change.type()).isEqualTo("FeedbackRevised");
                          assertThat(change.payload().getJsonArray("changes")).hasSize(3);
                        }));
  }

  @Test
  void feedbackNeedsWhatItsKindSays() {
    CustomerId hoa = world.customer("Hoa");
    assertThat(problems(() -> world.feedback(hoa, "{'kind': 'survey'}"))).containsExactly("nps");
    assertThat(problems(() -> world.feedback(hoa, "{'kind': 'rating', 'rating': 6}")))
        .contains("rating");
    assertThat(problems(() -> world.feedback(hoa, "{'kind': 'survey', 'nps': 11}")))
        .contains("nps");
    var rating = world.feedback(hoa, "{'kind': 'rating', 'rating': 5, 'state': 'open'}");
    assertThat(rating.json().containsKey("state")).isFalse();
  }

  @Test
  void aTaskIsItsWritersUnlessSomebodyElseIsNamed() {
    var task =
        world.<RecordView>here(
            () -> world.bean(PlanTask.class).plan(json("{'title': 'Dọn kho'}"), Source.FORM));
    assertThat(task.json().getString("assigneeId")).isEqualTo(world.lan.id().toString());
    assertThat(task.json().getString("priority")).isEqualTo("normal");
    var done =
        world.<RecordView>here(
            () ->
                world
                    .bean(app.quen.task.ReviseTask.class)
                    .revise(task.id(), json("{'state': 'done'}"), 1, Source.FORM));
    assertThat(done.json().containsKey("doneAt")).isTrue();
    assertThat(
            problems(
                () ->
                    world.here(
                        () ->
                            world
                                .bean(PlanTask.class)
                                .plan(json("{'title': 'x', 'about': {'id': 3}}"), Source.FORM))))
        .containsExactly("about");
  }

  @Test
  void whatDoesNotExistIsNotFound() {
    assertThatThrownBy(
            () ->
                world.here(
                    () ->
                        world
                            .bean(ReviseFeedback.class)
                            .revise(UUID.randomUUID(), json("{}"), 1, Source.FORM)))
        .isInstanceOf(NoSuchRecord.class);
  }
}

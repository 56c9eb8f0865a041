package app.quen.bulk;

import static app.quen.bulk.WorkingTestWorld.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.quen.access.Actor;
import app.quen.access.Refused;
import app.quen.customer.Source;
import app.quen.feedback.ReceiveFeedback;
import app.quen.feedback.ShowFeedback;
import app.quen.field.AddField;
import app.quen.field.Invalid;
import app.quen.order.OrderDraft;
import app.quen.order.OrderView;
import app.quen.order.PlaceOrder;
import app.quen.order.ShowOrder;
import app.quen.task.PlanTask;
import app.quen.task.ReviseTask;
import app.quen.task.ShowTask;
import app.quen.task.TrashTask;
import app.quen.tenant.Tenant;
import app.quen.testing.EmbeddedDatabase;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(EmbeddedDatabase.class)
class BulkRecordEditTest {

  @TempDir static Path files;
  private WorkingTestWorld many;
  private Tenant a;
  private Tenant b;

  @BeforeEach
  void open() {
    many = new WorkingTestWorld(files);
    a = many.a;
    b = many.b;
  }

  @AfterEach
  void close() {
    many.close();
  }

  private <T> T bean(Class<T> type) {
    return many.imports.world.bean(type);
  }

  private UUID task(Tenant tenant, String title) {
    JsonObject draft = json("{'title': '" + title + "', 'priority': 'low'}");
    return many.imports.as(tenant, () -> bean(PlanTask.class).plan(draft, Source.FORM)).id();
  }

  private JsonObject task(Tenant tenant, UUID id) {
    return many.imports.as(tenant, () -> bean(ShowTask.class).show(id)).json();
  }

  private void revise(UUID task, String patch) {
    many.imports.as(
        a,
        () ->
            bean(ReviseTask.class)
                .revise(task, json(patch), task(a, task).getInt("version"), Source.FORM));
  }

  private static PreviewBulk.Plan plan(
      String record, @Nullable String query, List<UUID> ids, String change) {
    return new PreviewBulk.Plan(
        record, query == null ? null : json(query), ids, json(change), List.of(), List.of());
  }

  @Test
  void allThatAQueryMeansAreChangedAndGoBackUnlessTheyWereChangedSince() {
    List<UUID> tasks = new ArrayList<>();
    for (int i = 0; i < 230; i++) {
      tasks.add(task(a, "Gọi lại " + i));
    }
    revise(tasks.get(0), "{'priority': 'high'}");
    UUID theirs = task(b, "Gọi lại");

    BulkView draft =
        many.preview(
            a, plan("task", "{'filters': ['priority:eq:low']}", List.of(), "{'priority': 'high'}"));

    assertThat(draft.record()).isEqualTo("task");
    assertThat(draft.preview().changed()).isEqualTo(200);
    assertThat(draft.preview().exact()).isFalse();
    assertThat(draft.preview().samples().getFirst().changes().toString())
        .isEqualTo("[{\"field\":\"priority\",\"before\":\"low\",\"after\":\"high\"}]");
    assertThat(task(a, tasks.get(5)).getString("priority")).as("only tried").isEqualTo("low");
    assertThat(task(a, tasks.get(5)).getInt("version")).isEqualTo(1);

    BulkView done = many.start(a, draft);

    assertThat(done.failure()).isNull();
    assertThat(done.result()).isEqualTo(new BulkView.Result(229, 0, 0, 0));
    assertThat(task(a, tasks.get(5)).getString("priority")).isEqualTo("high");
    assertThat(task(b, theirs).getString("priority")).isEqualTo("low");

    revise(tasks.get(7), "{'priority': 'normal'}");
    BulkView undone = many.undo(a, done);

    assertThat(undone.failure()).isNull();
    assertThat(undone.result()).isEqualTo(new BulkView.Result(228, 0, 0, 1));
    assertThat(task(a, tasks.get(5)).getString("priority")).isEqualTo("low");
    assertThat(task(a, tasks.get(0)).getString("priority")).as("not concerned").isEqualTo("high");
    assertThat(task(a, tasks.get(7)).getString("priority")).isEqualTo("normal");
    assertThat(many.notes(a, undone.id()))
        .singleElement()
        .satisfies(
            note -> {
              assertThat(note.record()).isEqualTo("task");
              assertThat(note.name()).isEqualTo("Gọi lại 7");
              assertThat(note.problems().getFirst().field()).isEqualTo("priority");
              assertThat(note.problems().getFirst().code()).isEqualTo("changed-since");
            });
  }

  @Test
  void whatSomebodyBeganIsListedForThemAndWithoutDrafts() {
    UUID mine = task(a, "Gọi lại");
    UUID theirs = task(b, "Gọi lại");
    BulkView done =
        many.start(a, many.preview(a, plan("task", null, List.of(mine), "{'priority': 'high'}")));
    BulkView undone = many.undo(a, done);
    many.preview(a, plan("task", null, List.of(mine), "{'priority': 'normal'}"));
    BulkView others =
        many.start(b, many.preview(b, plan("task", null, List.of(theirs), "{'priority': 'high'}")));

    assertThat(listed(a, null)).containsExactly(undone.id(), done.id());
    assertThat(listed(b, null)).containsExactly(others.id());
    assertThat(listed(a, done.id())).containsExactly(undone.id());
    assertThat(listed(b, done.id())).as("of another workspace").isEmpty();
    assertThat(listed(b, others.id())).as("not undone").isEmpty();
    Actor colleague = new Actor(Actor.Kind.MEMBER, UUID.randomUUID(), "Chi");
    assertThat(many.imports.as(a, colleague, Set.of("*"), () -> bean(ListBulks.class).list(null)))
        .as("began nothing")
        .isEmpty();
  }

  private List<UUID> listed(Tenant tenant, @Nullable UUID of) {
    return many.imports.as(tenant, () -> bean(ListBulks.class).list(of)).stream()
        .map(BulkView::id)
        .toList();
  }

  @Test
  void oneThatDoesNotFitStopsNoneOfTheOthers() {
    UUID first = task(a, "Một");
    UUID trashed = task(a, "Hai");
    UUID last = task(a, "Ba");
    UUID theirs = task(b, "Của họ");
    many.imports.as(a, () -> bean(TrashTask.class).trash(trashed, Source.FORM));

    BulkView draft =
        many.preview(
            a, plan("task", null, List.of(first, trashed, theirs, last), "{'priority': 'normal'}"));
    assertThat(draft.preview().changed()).isEqualTo(2);
    assertThat(draft.preview().refused()).isEqualTo(2);
    BulkView done = many.start(a, draft);

    assertThat(done.result()).isEqualTo(new BulkView.Result(2, 0, 0, 2));
    assertThat(task(a, last).getString("priority")).isEqualTo("normal");
    assertThat(task(b, theirs).getString("priority")).isEqualTo("low");
    assertThat(many.notes(a, done.id()))
        .extracting(note -> note.recordId() + " " + note.problems().getFirst().code())
        .containsExactlyInAnyOrder(trashed + " in-trash", theirs + " not-there");
  }

  @Test
  void ordersAndFeedbackAndTheirOwnFieldsTooAreChangedAndGoBack() {
    many.imports.as(
        a,
        () ->
            bean(AddField.class)
                .add(
                    "order",
                    json(
                        "{'key': 'lane', 'type': 'text', 'label': {'vi': 'Tuyến', 'en':"
                            + " 'Lane'}}")));
    UUID hoa = many.register(a, "{'name': 'Hoa'}").id().value();
    OrderView order =
        many.imports.as(
            a,
            () ->
                bean(PlaceOrder.class)
                    .place(
                        OrderDraft.read(
                            json("{'lines': [{'sku': 'A', 'quantity': 1, 'unitPrice': 5}]}")),
                        Source.FORM));
    UUID complaint =
        many.imports
            .as(
                a,
                () ->
                    bean(ReceiveFeedback.class)
                        .receive(
                            json(
                                "{'customerId': '"
                                    + hoa
                                    + "', 'kind': 'complaint',"
                                    + " 'body': 'Muộn'}"),
                            Source.FORM))
            .id();
    String change = "{'note': 'Giao gấp', 'fields': {'workspace.lane': 'Bắc'}}";

    BulkView orders = many.start(a, many.preview(a, plan("order", "{}", List.of(), change)));
    BulkView feedback =
        many.start(
            a, many.preview(a, plan("feedback", "{}", List.of(), "{'state': 'in-progress'}")));

    assertThat(orders.result().changed()).isEqualTo(1);
    assertThat(order(order).note()).isEqualTo("Giao gấp");
    assertThat(order(order).fields().getString("workspace.lane")).isEqualTo("Bắc");
    assertThat(feedback(complaint).getString("state")).isEqualTo("in-progress");

    assertThat(many.undo(a, orders).result()).isEqualTo(new BulkView.Result(1, 0, 0, 0));
    many.undo(a, feedback);
    assertThat(order(order).note()).isNull();
    assertThat(order(order).fields()).isEmpty();
    assertThat(feedback(complaint).getString("state")).isEqualTo("open");
  }

  private OrderView order(OrderView order) {
    return many.imports.as(a, () -> bean(ShowOrder.class).show(order.id()));
  }

  private JsonObject feedback(UUID id) {
    return many.imports.as(a, () -> bean(ShowFeedback.class).show(id)).json();
  }

  @Test
  void whatCannotBeMeantAndWhoMayNotAreRefused() {
    UUID task = task(a, "Một");
    for (PreviewBulk.Plan wrong :
        List.of(
            plan("invoice", null, List.of(task), "{'priority': 'low'}"),
            plan("task", "{'filters': ['nothing:eq:1']}", List.of(), "{'priority': 'low'}"),
            plan("task", null, List.of(task), "{}"),
            new PreviewBulk.Plan(
                "task", null, List.of(task), json("{}"), List.of("vip"), List.of()))) {
      assertThatThrownBy(() -> many.preview(a, wrong)).isInstanceOf(Invalid.class);
    }
    assertThatThrownBy(
            () ->
                many.imports.as(
                    a,
                    Actor.SYSTEM,
                    Set.of("customer:update", "task:read"),
                    () ->
                        bean(PreviewBulk.class)
                            .preview(plan("task", null, List.of(task), "{'priority': 'low'}"))))
        .isInstanceOfSatisfying(
            Refused.class, e -> assertThat(e.permission()).isEqualTo("task:update"));
  }
}

package app.quen.record;

import static app.quen.record.RecordWorld.ids;
import static app.quen.record.RecordWorld.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.quen.customer.CustomerId;
import app.quen.customer.Source;
import app.quen.feedback.ListFeedback;
import app.quen.field.Invalid;
import app.quen.interaction.ListInteractions;
import app.quen.interaction.TrashInteraction;
import app.quen.task.ListTasks;
import app.quen.task.ReviseTask;
import app.quen.testing.EmbeddedDatabase;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmbeddedDatabase.class)
class ListTest {

  static final RecordWorld world = new RecordWorld();

  @AfterAll
  static void close() {
    world.close();
  }

  static RecordPage interactions(@Nullable String cursor, int limit, String... filters) {
    var query = RecordQuery.read(List.of(filters), null, false);
    return world.here(() -> world.bean(ListInteractions.class).list(query, cursor, limit));
  }

  static RecordPage tasks(@Nullable String sort, String... filters) {
    var query = RecordQuery.read(List.of(filters), sort, false);
    return world.here(() -> world.bean(ListTasks.class).list(query, null, 50));
  }

  @Test
  void pagesHoldEachRecordOnceAndInOrder() {
    CustomerId hoa = world.customer("Hoa");
    List<String> made = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      // the same time for five: the ids decide
      String at = "2026-03-01T00:00:0" + i / 5 + "Z";
      made.add(world.interaction(hoa, "{'channel': 'call', 'at': '" + at + "'}").id().toString());
    }
    List<String> read = new ArrayList<>();
    String cursor = null;
    do {
      RecordPage page = interactions(cursor, 7, "customerId:eq:" + hoa);
      assertThat(page.items()).hasSizeLessThanOrEqualTo(7);
      read.addAll(ids(page));
      cursor = page.nextCursor();
    } while (cursor != null);
    assertThat(read).isEqualTo(made.reversed());
  }

  @Test
  void filtersHoldTogether() {
    CustomerId hoa = world.customer("Hoa");
    var call =
        world.interaction(
            hoa, "{'channel': 'call', 'subject': 'Báo giá máy lọc nước', 'durationSeconds': 300}");
    world.interaction(hoa, "{'channel': 'call', 'subject': 'Báo giá', 'durationSeconds': 10}");
    world.interaction(hoa, "{'channel': 'sms', 'subject': 'Báo giá máy lọc nước'}");
    assertThat(
            ids(
                interactions(
                    null,
                    50,
                    "customerId:eq:" + hoa,
                    "channel:in:call,visit",
                    "subject:contains:may loc",
                    "durationSeconds:gte:60",
                    "memberId:eq:me",
                    "at:gt:now-PT1H",
                    "outcome:empty")))
        .containsExactly(call.id().toString());
  }

  @Test
  void theTrashHoldsWhatWasThrownAwayAndTheListTheRest() {
    CustomerId hoa = world.customer("Hoa");
    var kept = world.interaction(hoa, "{'channel': 'note', 'body': 'a'}");
    var gone = world.interaction(hoa, "{'channel': 'note', 'body': 'b'}");
    world.here(() -> world.bean(TrashInteraction.class).trash(gone.id(), Source.FORM));
    assertThat(ids(interactions(null, 50, "customerId:eq:" + hoa)))
        .containsExactly(kept.id().toString());
    var trash = RecordQuery.read(List.of("customerId:eq:" + hoa), null, true);
    assertThat(
            ids(
                world.<RecordPage>here(
                    () -> world.bean(ListInteractions.class).list(trash, null, 50))))
        .containsExactly(gone.id().toString());
  }

  @Test
  void myOverdueTasksComeFirstDueFirst() {
    CustomerId hoa = world.customer("Hoa");
    var late = world.task(hoa, "{'title': 'b', 'dueAt': '2026-01-02T00:00:00Z'}");
    var later = world.task(hoa, "{'title': 'a', 'dueAt': '2026-01-01T00:00:00Z'}");
    var some = world.task(hoa, "{'title': 'c'}");
    var future = world.task(hoa, "{'title': 'd', 'dueAt': '2099-01-01T00:00:00Z'}");
    var done = world.task(hoa, "{'title': 'e', 'dueAt': '2026-01-01T00:00:00Z'}");
    world.here(
        () ->
            world
                .bean(ReviseTask.class)
                .revise(done.id(), json("{'state': 'done'}"), 1, Source.FORM));
    String mine = "assigneeId:eq:me";
    assertThat(ids(tasks(null, mine, "state:eq:open", "customerId:eq:" + hoa)))
        .containsExactly(
            later.id().toString(),
            late.id().toString(),
            future.id().toString(),
            some.id().toString());
    assertThat(ids(tasks("-dueAt", mine, "state:eq:open", "dueAt:lt:now")))
        .containsExactly(late.id().toString(), later.id().toString());
  }

  @Test
  void anotherTenantsListsAreEmpty() {
    world.feedback(world.customer("Hoa"), "{'kind': 'rating', 'rating': 5}");
    var all = RecordQuery.read(List.of(), null, false);
    assertThat(
            world
                .<RecordPage>as(
                    world.world.b(), () -> world.bean(ListFeedback.class).list(all, null, 50))
                .items())
        .isEmpty();
  }

  @Test
  void whatCannotBeAskedIsExplained() {
    for (String filter :
        List.of("color:eq:red", "at:gt:gestern", "memberId:eq:lan", "channel:contains:c")) {
      assertThat(
              catchThrowableOfType(Invalid.class, () -> interactions(null, 50, filter)).problems())
          .as(filter)
          .hasSize(1);
    }
    assertThat(catchThrowableOfType(Invalid.class, () -> tasks("title")).problems()).hasSize(1);
    String cursor = "bm9uc2Vuc2U";
    assertThat(catchThrowableOfType(Invalid.class, () -> interactions(cursor, 50)).problems())
        .hasSize(1);
  }
}

package app.quen.task.internal;

import static app.quen.record.Property.body;
import static app.quen.record.Property.choice;
import static app.quen.record.Property.instant;
import static app.quen.record.Property.json;
import static app.quen.record.Property.line;
import static app.quen.record.Property.member;
import static app.quen.record.Property.one;

import app.quen.record.Draft;
import app.quen.record.Property;
import app.quen.record.RecordDeclaration;
import app.quen.record.RecordSummaries;
import app.quen.record.RecordTimelines;
import app.quen.record.RecordType;
import app.quen.record.RecordType.Driver;
import app.quen.record.RecordType.Facts;
import app.quen.record.RecordType.Sort;
import app.quen.timeline.SummaryPart;
import app.quen.timeline.TimelineSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What a task is. */
@ApplicationScoped
public class Tasks {

  private static final Set<String> SUBJECTS =
      Set.of("customer", "order", "interaction", "feedback");

  public static final RecordType TYPE =
      new RecordType(
          "task",
          "task",
          false,
          "title",
          new Facts("TaskPlanned", "TaskRevised", "TaskTrashed", "TaskRestored"),
          List.of(
              line("title", "Việc cần làm", "Title").needed(),
              body("body", "Chi tiết", "Details"),
              instant("dueAt", "due_at", "Hạn", "Due"),
              choice(
                      "priority",
                      "Ưu tiên",
                      "Priority",
                      one("low", "Thấp", "Low"),
                      one("normal", "Thường", "Normal"),
                      one("high", "Cao", "High"))
                  .needed(),
              choice(
                      "state",
                      "Trạng thái",
                      "State",
                      one("open", "Chưa làm", "Open"),
                      one("done", "Đã xong", "Done"),
                      one("cancelled", "Đã hủy", "Cancelled"))
                  .needed(),
              member("assigneeId", "assignee_id", "Người làm", "Assignee"),
              instant("doneAt", "done_at", "Xong lúc", "Done at").derived(),
              json("about", "Về", "About"),
              Property.source()),
          List.of(new Sort("dueAt", "due_key", "task_by_due", false)),
          List.of(
              new Driver("task_of_customer", "customerId"),
              new Driver("task_of_assignee", "assigneeId", "state"),
              new Driver("task_by_state", "state")),
          Tasks::settle);

  private static void settle(Draft draft) {
    draft.putIfAbsent("priority", "normal");
    draft.putIfAbsent("state", "open");
    if (draft.isNew()) {
      draft.putIfAbsent("assigneeId", draft.writingMember());
    }
    if ("done".equals(draft.text("state"))) {
      draft.putIfAbsent("doneAt", draft.now());
    } else {
      draft.remove("doneAt");
    }
    JsonObject about = draft.object("about");
    if (about != null && !isReference(about)) {
      draft.problem(
          "about",
          "wrong-type",
          "Phải có dạng {recordType, id}, recordType là customer, order, interaction hoặc"
              + " feedback.",
          "This must be {recordType, id}; recordType is customer, order, interaction or feedback.");
    }
  }

  private static boolean isReference(JsonObject about) {
    try {
      UUID.fromString(about.getString("id", ""));
      return about.keySet().equals(Set.of("recordType", "id"))
          && SUBJECTS.contains(about.getString("recordType", ""));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  @Produces
  @ApplicationScoped
  RecordDeclaration declaration() {
    return () -> TYPE;
  }

  @Produces
  @ApplicationScoped
  TimelineSource timeline(RecordTimelines timelines) {
    return timelines.records(TYPE, "COALESCE(done_at, created_at)", "state");
  }

  @Produces
  @ApplicationScoped
  TimelineSource changes(RecordTimelines timelines) {
    return timelines.changes(TYPE);
  }

  @Produces
  @ApplicationScoped
  SummaryPart next(RecordSummaries summaries) {
    return summaries.of(TYPE, "nextTask", "state = 'open'", "due_key, id", 1);
  }
}

package app.quen.feedback.internal;

import app.quen.record.Draft;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** What makes feedback complete, and the way of a complaint or question from open to closed. */
final class FeedbackRules {

  private static final Map<String, Set<String>> NEXT =
      Map.of(
          "open", Set.of("in-progress", "resolved", "closed"),
          "in-progress", Set.of("open", "resolved", "closed"),
          "resolved", Set.of("in-progress", "closed"),
          "closed", Set.of("in-progress"));

  private FeedbackRules() {}

  static void settle(Draft draft) {
    draft.putIfAbsent("at", draft.now());
    Instant at = draft.instant("at");
    if (at != null && draft.changed("at") && at.isAfter(draft.now().plus(Duration.ofDays(1)))) {
      draft.problem(
          "at",
          "in-future",
          "Thời điểm nhận phản hồi phải ở quá khứ.",
          "Feedback was received; its time must be in the past.");
    }
    String kind = draft.text("kind");
    if (kind == null) {
      return;
    }
    switch (kind) {
      case "survey" ->
          draft.needOneOf(
              "Cần có điểm NPS, CSAT hoặc câu trả lời.",
              "An NPS or CSAT score or answers are needed.",
              "nps",
              "csat",
              "answers");
      case "rating" ->
          draft.needOneOf("Cần có số sao từ 1 đến 5.", "A rating of 1 to 5 is needed.", "rating");
      default ->
          draft.needOneOf(
              "Hãy ghi khách nói gì, ở tiêu đề hoặc nội dung.",
              "Write what the customer said, as subject or content.",
              "subject",
              "body");
    }
    if (kind.equals("complaint") || kind.equals("question")) {
      handled(draft, kind);
    } else {
      for (String key : Set.of("state", "dueAt", "resolvedAt", "resolution")) {
        draft.remove(key);
      }
    }
  }

  private static void handled(Draft draft, String kind) {
    draft.putIfAbsent("state", "open");
    String state = draft.text("state");
    String before = draft.textBefore("state");
    if (state == null) {
      return;
    }
    if (before != null && !before.equals(state) && !NEXT.get(before).contains(state)) {
      String possible = String.join(", ", NEXT.get(before).stream().sorted().toList());
      draft.problem(
          "state",
          "not-possible",
          "Từ trạng thái “%s” chỉ có thể chuyển sang: %s.".formatted(before, possible),
          "From “%s” it can only go to: %s.".formatted(before, possible));
      return;
    }
    boolean settled = state.equals("resolved") || state.equals("closed");
    if (!settled) {
      draft.remove("resolvedAt");
    } else {
      draft.putIfAbsent("resolvedAt", draft.isNew() ? draft.instant("at") : draft.now());
    }
    if (state.equals("resolved") && kind.equals("complaint") && !draft.has("resolution")) {
      draft.problem(
          "resolution",
          "required",
          "Hãy ghi khiếu nại đã được giải quyết thế nào.",
          "Write how the complaint was resolved.");
    }
  }
}

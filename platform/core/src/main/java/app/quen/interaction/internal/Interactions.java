package app.quen.interaction.internal;

import static app.quen.record.Property.body;
import static app.quen.record.Property.choice;
import static app.quen.record.Property.instant;
import static app.quen.record.Property.line;
import static app.quen.record.Property.member;
import static app.quen.record.Property.one;
import static app.quen.record.Property.reference;
import static app.quen.record.Property.whole;

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
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What an interaction is. */
@ApplicationScoped
public class Interactions {

  private static final int A_WEEK = 7 * 24 * 3600;

  public static final RecordType TYPE =
      new RecordType(
          "interaction",
          "interaction",
          true,
          "subject",
          new Facts(
              "InteractionRecorded",
              "InteractionRevised",
              "InteractionTrashed",
              "InteractionRestored"),
          List.of(
              choice(
                      "channel",
                      "Kênh",
                      "Channel",
                      one("call", "Gọi điện", "Call"),
                      one("visit", "Gặp trực tiếp", "Visit"),
                      one("email", "E-mail", "E-mail"),
                      one("sms", "SMS", "SMS"),
                      one("zns", "ZNS", "ZNS"),
                      one("chat", "Trò chuyện", "Chat"),
                      one("note", "Ghi chú", "Note"))
                  .needed(),
              choice(
                  "direction",
                  "Chiều",
                  "Direction",
                  one("in", "Khách liên hệ", "Incoming"),
                  one("out", "Mình liên hệ", "Outgoing")),
              instant("at", "at", "Thời điểm", "Time").needed(),
              line("subject", "Tiêu đề", "Subject"),
              body("body", "Nội dung", "Content"),
              choice(
                  "outcome",
                  "Kết quả",
                  "Outcome",
                  one("reached", "Gặp được khách", "Reached"),
                  one("no-answer", "Không trả lời", "No answer"),
                  one("busy", "Máy bận", "Busy"),
                  one("left-message", "Để lại lời nhắn", "Left a message"),
                  one("wrong-number", "Nhầm số", "Wrong number"),
                  one("done", "Đã xong", "Done")),
              whole(
                  "durationSeconds",
                  "duration_seconds",
                  "Thời lượng (giây)",
                  "Duration in seconds",
                  0,
                  A_WEEK),
              member("memberId", "member_id", "Nhân viên", "Member"),
              reference("orderId", "order_id", "sales_order", "Đơn hàng", "Order"),
              Property.source()),
          List.of(new Sort("at", "at", "interaction_by_time", true)),
          List.of(new Driver("interaction_of_customer", "customerId")),
          Interactions::settle);

  private static void settle(Draft draft) {
    draft.putIfAbsent("at", draft.now());
    Instant at = draft.instant("at");
    // a day's grace: clocks differ, and so do zones in spreadsheets
    if (at != null && draft.changed("at") && at.isAfter(draft.now().plus(Duration.ofDays(1)))) {
      draft.problem(
          "at",
          "in-future",
          "Tương tác đã diễn ra nên thời điểm phải ở quá khứ; việc sắp làm hãy ghi vào Việc cần"
              + " làm.",
          "An interaction has taken place; write what is still to be done down as a task.");
    }
    if (draft.isNew()) {
      draft.putIfAbsent("memberId", draft.writingMember());
    }
    if ("note".equals(draft.text("channel"))) {
      draft.remove("direction");
      draft.needOneOf("Hãy viết nội dung ghi chú.", "Write what the note says.", "body", "subject");
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
    return timelines.records(TYPE, "at", "channel");
  }

  @Produces
  @ApplicationScoped
  TimelineSource changes(RecordTimelines timelines) {
    return timelines.changes(TYPE);
  }

  @Produces
  @ApplicationScoped
  SummaryPart last(RecordSummaries summaries) {
    return summaries.of(TYPE, "lastInteraction", "channel <> 'note'", "at DESC, id DESC", 1);
  }
}

package app.quen.feedback.internal;

import static app.quen.record.Property.body;
import static app.quen.record.Property.choice;
import static app.quen.record.Property.instant;
import static app.quen.record.Property.json;
import static app.quen.record.Property.line;
import static app.quen.record.Property.member;
import static app.quen.record.Property.one;
import static app.quen.record.Property.reference;
import static app.quen.record.Property.whole;

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
import java.util.List;

/** What feedback is. */
@ApplicationScoped
public class Feedbacks {

  public static final RecordType TYPE =
      new RecordType(
          "feedback",
          "feedback",
          true,
          "subject",
          new Facts("FeedbackReceived", "FeedbackRevised", "FeedbackTrashed", "FeedbackRestored"),
          List.of(
              choice(
                      "kind",
                      "Loại",
                      "Kind",
                      one("survey", "Khảo sát", "Survey"),
                      one("complaint", "Khiếu nại", "Complaint"),
                      one("question", "Câu hỏi", "Question"),
                      one("rating", "Đánh giá", "Rating"))
                  .needed(),
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
                  one("web", "Trang web", "Web"),
                  one("social", "Mạng xã hội", "Social media"),
                  one("other", "Khác", "Other")),
              instant("at", "at", "Thời điểm", "Time").needed(),
              line("subject", "Tiêu đề", "Subject"),
              body("body", "Nội dung", "Content"),
              whole("nps", "nps", "NPS (0–10)", "NPS (0–10)", 0, 10),
              whole("csat", "csat", "CSAT (1–5)", "CSAT (1–5)", 1, 5),
              whole("rating", "rating", "Số sao (1–5)", "Stars (1–5)", 1, 5),
              choice(
                  "state",
                  "Trạng thái",
                  "State",
                  one("open", "Mới", "Open"),
                  one("in-progress", "Đang xử lý", "In progress"),
                  one("resolved", "Đã giải quyết", "Resolved"),
                  one("closed", "Đã đóng", "Closed")),
              member("ownerId", "owner_id", "Người phụ trách", "Owner"),
              instant("dueAt", "due_at", "Hạn xử lý", "Due"),
              instant("resolvedAt", "resolved_at", "Giải quyết lúc", "Resolved at").derived(),
              body("resolution", "Cách giải quyết", "Resolution"),
              reference("orderId", "order_id", "sales_order", "Đơn hàng", "Order"),
              reference("surveyId", "survey_id", "survey", "Khảo sát", "Survey"),
              json("answers", "Câu trả lời", "Answers"),
              Property.source()),
          List.of(new Sort("at", "at", "feedback_by_time", true)),
          List.of(
              new Driver("feedback_of_customer", "customerId"),
              new Driver("feedback_of_survey", "surveyId"),
              new Driver("feedback_of_owner", "ownerId"),
              new Driver("feedback_by_state", "state")),
          FeedbackRules::settle);

  @Produces
  @ApplicationScoped
  RecordDeclaration declaration() {
    return () -> TYPE;
  }

  @Produces
  @ApplicationScoped
  TimelineSource timeline(RecordTimelines timelines) {
    return timelines.records(TYPE, "at", "kind");
  }

  @Produces
  @ApplicationScoped
  TimelineSource changes(RecordTimelines timelines) {
    return timelines.changes(TYPE);
  }

  @Produces
  @ApplicationScoped
  SummaryPart openComplaints(RecordSummaries summaries) {
    return summaries.of(
        TYPE,
        "openComplaints",
        "kind = 'complaint' AND state IN ('open', 'in-progress')",
        "at DESC, id DESC",
        5);
  }
}

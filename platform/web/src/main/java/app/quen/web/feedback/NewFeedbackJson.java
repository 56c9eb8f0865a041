package app.quen.web.feedback;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a client gives to add feedback; the resource hands the JSON on as it came. */
@Schema(
    name = "NewFeedback",
    examples =
        """
        {"customerId": "0192f0c1-7a3e-7c55-9b1e-2f6f1d9a0c11", "kind": "complaint", "channel": "call",
         "subject": "Giao sai màu", "dueAt": "2026-12-01T10:00:00Z"}\
        """)
public record NewFeedbackJson(
    UUID customerId,
    @Schema(enumeration = {"survey", "complaint", "question", "rating"}) String kind,
    @Schema(
            enumeration = {
              "call", "visit", "email", "sms", "zns", "chat", "web", "social", "other"
            })
        @Nullable String channel,
    @Nullable Instant at,
    @Nullable String subject,
    @Nullable String body,
    @Schema(description = "0 to 10.") @Nullable Integer nps,
    @Schema(description = "1 to 5.") @Nullable Integer csat,
    @Schema(description = "1 to 5 stars.") @Nullable Integer rating,
    @Schema(
            enumeration = {"open", "in-progress", "resolved", "closed"},
            description = "Of complaints and questions.")
        @Nullable String state,
    @Schema(description = "The member who handles it.") @Nullable UUID ownerId,
    @Nullable Instant dueAt,
    @Nullable String resolution,
    @Nullable UUID orderId,
    @Nullable UUID surveyId,
    @Schema(description = "By the key of the question.") @Nullable JsonObject answers,
    @Schema(description = "Absent: the source of who sends it.") @Nullable UUID sourceId,
    @Schema(ref = "FieldValues") @Nullable JsonObject fields) {

  /** A merge patch. */
  @Schema(
      name = "FeedbackPatch",
      description = "RFC 7396: what is absent stays, null empties; fields is merged key by key.",
      examples =
          """
          {"state": "resolved", "resolution": "Đổi áo, miễn phí giao hàng"}\
          """)
  public record PatchJson(
      @Nullable UUID customerId,
      @Schema(enumeration = {"survey", "complaint", "question", "rating"}) @Nullable String kind,
      @Schema(
              enumeration = {
                "call", "visit", "email", "sms", "zns", "chat", "web", "social", "other"
              })
          @Nullable String channel,
      @Nullable Instant at,
      @Nullable String subject,
      @Nullable String body,
      @Schema(description = "0 to 10.") @Nullable Integer nps,
      @Schema(description = "1 to 5.") @Nullable Integer csat,
      @Schema(description = "1 to 5 stars.") @Nullable Integer rating,
      @Schema(
              enumeration = {"open", "in-progress", "resolved", "closed"},
              description = "Of complaints and questions.")
          @Nullable String state,
      @Schema(description = "The member who handles it.") @Nullable UUID ownerId,
      @Nullable Instant dueAt,
      @Nullable String resolution,
      @Nullable UUID orderId,
      @Nullable UUID surveyId,
      @Schema(description = "By the key of the question.") @Nullable JsonObject answers,
      @Schema(ref = "FieldValues") @Nullable JsonObject fields) {}
}

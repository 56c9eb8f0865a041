package app.quen.web.feedback;

import app.quen.web.ActorJson;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a customer said: a survey answer, complaint, question or rating. */
@Schema(name = "Feedback")
public record FeedbackJson(
    UUID id,
    UUID customerId,
    @Schema(enumeration = {"survey", "complaint", "question", "rating"}) String kind,
    @Schema(
            enumeration = {
              "call", "visit", "email", "sms", "zns", "chat", "web", "social", "other"
            })
        @Nullable String channel,
    Instant at,
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
    @Schema(description = "Set when it is resolved or closed.") @Nullable Instant resolvedAt,
    @Nullable String resolution,
    @Nullable UUID orderId,
    @Nullable UUID surveyId,
    @Schema(description = "By the key of the question.") @Nullable JsonObject answers,
    @Schema(description = "Where it first came from.") UUID sourceId,
    @Schema(ref = "FieldValues") JsonObject fields,
    @Schema(description = "For lists; null where there is no customer.")
        @Nullable String customerName,
    Instant createdAt,
    ActorJson createdBy,
    Instant updatedAt,
    ActorJson updatedBy,
    @Schema(description = "Null: not in the trash.") @Nullable Instant deletedAt,
    @Nullable ActorJson deletedBy,
    @Schema(description = "Grows with each change; its ETag is \"v<version>\".") long version) {

  /** A page. */
  @Schema(name = "FeedbackPage")
  public record PageJson(
      List<FeedbackJson> items,
      @Schema(description = "For cursor=; null on the last page.") @Nullable String nextCursor) {}
}

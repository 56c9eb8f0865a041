package app.quen.web.interaction;

import app.quen.web.ActorJson;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A contact between staff and customer. */
@Schema(name = "Interaction")
public record InteractionJson(
    UUID id,
    UUID customerId,
    @Schema(enumeration = {"call", "visit", "email", "sms", "zns", "chat", "note"}) String channel,
    @Schema(
            enumeration = {"in", "out"},
            description = "in: the customer came to us.")
        @Nullable String direction,
    Instant at,
    @Nullable String subject,
    @Nullable String body,
    @Schema(enumeration = {"reached", "no-answer", "busy", "left-message", "wrong-number", "done"})
        @Nullable String outcome,
    @Nullable Integer durationSeconds,
    @Schema(description = "Who of us.") @Nullable UUID memberId,
    @Nullable UUID orderId,
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
  @Schema(name = "InteractionPage")
  public record PageJson(
      List<InteractionJson> items,
      @Schema(description = "For cursor=; null on the last page.") @Nullable String nextCursor) {}
}

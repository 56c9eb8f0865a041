package app.quen.web.interaction;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a client gives to add an interaction; the resource hands the JSON on as it came. */
@Schema(
    name = "NewInteraction",
    examples =
        """
        {"customerId": "0192f0c1-7a3e-7c55-9b1e-2f6f1d9a0c11", "channel": "call", "direction": "out",
         "subject": "Hỏi thăm sau khi giao hàng", "outcome": "reached", "durationSeconds": 185}\
        """)
public record NewInteractionJson(
    UUID customerId,
    @Schema(enumeration = {"call", "visit", "email", "sms", "zns", "chat", "note"}) String channel,
    @Schema(
            enumeration = {"in", "out"},
            description = "in: the customer came to us.")
        @Nullable String direction,
    @Nullable Instant at,
    @Nullable String subject,
    @Nullable String body,
    @Schema(enumeration = {"reached", "no-answer", "busy", "left-message", "wrong-number", "done"})
        @Nullable String outcome,
    @Nullable Integer durationSeconds,
    @Schema(description = "Who of us.") @Nullable UUID memberId,
    @Nullable UUID orderId,
    @Schema(description = "Absent: the source of who sends it.") @Nullable UUID sourceId,
    @Schema(ref = "FieldValues") @Nullable JsonObject fields) {

  /** A merge patch. */
  @Schema(
      name = "InteractionPatch",
      description = "RFC 7396: what is absent stays, null empties; fields is merged key by key.",
      examples =
          """
          {"outcome": "left-message", "body": null}\
          """)
  public record PatchJson(
      @Nullable UUID customerId,
      @Schema(enumeration = {"call", "visit", "email", "sms", "zns", "chat", "note"})
          @Nullable String channel,
      @Schema(
              enumeration = {"in", "out"},
              description = "in: the customer came to us.")
          @Nullable String direction,
      @Nullable Instant at,
      @Nullable String subject,
      @Nullable String body,
      @Schema(
              enumeration = {
                "reached",
                "no-answer",
                "busy",
                "left-message",
                "wrong-number",
                "done"
              })
          @Nullable String outcome,
      @Nullable Integer durationSeconds,
      @Schema(description = "Who of us.") @Nullable UUID memberId,
      @Nullable UUID orderId,
      @Schema(ref = "FieldValues") @Nullable JsonObject fields) {}
}

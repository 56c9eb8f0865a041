package app.quen.web.alert;

import app.quen.alert.SecurityEvent;
import app.quen.alert.SecurityEventPage;
import app.quen.web.ActorJson;
import app.quen.web.TextJson;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Something that stood out. */
@Schema(name = "SecurityEvent")
public record SecurityEventJson(
    UUID id,
    @Schema(examples = "mass-exports") String rule,
    @Schema(description = "The rule in words.") TextJson label,
    Instant at,
    @Schema(description = "Who did it; of failed sign-ins, whose account it was.")
        ActorJson subject,
    @Schema(description = "How much it was; null where nothing is counted.") @Nullable Long amount,
    @Schema(description = "What it went over.") @Nullable Long threshold,
    @Schema(
            description =
                "More, by rule: day and usual; hour; address and place; from and to; recordType,"
                    + " recordId and fields.")
        JsonObject detail,
    @Schema(description = "The entry of the trail that it was found at.") @Nullable Long entry,
    @Schema(description = "Whether the member's sessions in the workspace were ended.")
        boolean endsSessions,
    @Nullable AcknowledgedJson acknowledged) {

  /** Who has looked into it. */
  @Schema(name = "Acknowledged")
  public record AcknowledgedJson(Instant at, ActorJson by, @Nullable String note) {}

  /** What is said when one is acknowledged. */
  @Schema(name = "Acknowledgement")
  public record NoteJson(
      @Schema(description = "What came of it; goes into the trail.", maxLength = 500)
          @Nullable String note) {}

  /** A page of events. */
  @Schema(name = "SecurityEvents")
  public record PageJson(
      List<SecurityEventJson> items,
      @Schema(description = "For cursor=; null on the last page.") @Nullable String nextCursor) {

    static PageJson of(SecurityEventPage page) {
      UUID next = page.next();
      return new PageJson(
          page.items().stream().map(SecurityEventJson::of).toList(),
          next == null ? null : next.toString());
    }
  }

  static SecurityEventJson of(SecurityEvent event) {
    var acknowledged = event.acknowledged();
    return new SecurityEventJson(
        event.id(),
        event.rule().key(),
        TextJson.of(event.rule().label()),
        event.at(),
        ActorJson.of(event.subject()),
        event.amount(),
        event.threshold(),
        event.detail(),
        event.entry(),
        event.endsSessions(),
        acknowledged == null
            ? null
            : new AcknowledgedJson(
                acknowledged.at(), ActorJson.of(acknowledged.by()), acknowledged.note()));
  }
}

package app.quen.web.timeline;

import app.quen.web.TextJson;
import app.quen.web.customer.RollupsJson;
import app.quen.web.feedback.FeedbackJson;
import app.quen.web.interaction.InteractionJson;
import app.quen.web.task.TaskJson;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the top of a profile says; null where the caller may not see it. */
@Schema(name = "CustomerSummary")
public record SummaryJson(
    @Nullable RollupsJson rollups,
    @Schema(description = "The open task that is due first.") @Nullable TaskJson nextTask,
    @Schema(description = "At most five, the newest first.")
        @Nullable List<FeedbackJson> openComplaints,
    @Schema(description = "The newest that is no note.") @Nullable InteractionJson lastInteraction,
    @Schema(description = "Of each purpose in use and each of its channels.")
        @Nullable List<AllowedJson> consents,
    @Schema(description = "At most twenty, oldest first.") @Nullable List<LinkedJson> links) {

  /** What the customer said to a purpose over a channel. */
  @Schema(name = "ConsentAtAGlance")
  public record AllowedJson(
      UUID purposeId,
      @Schema(description = "Its key.", examples = "marketing") String purpose,
      TextJson name,
      @Schema(ref = "ConsentChannel") String channel,
      @Schema(enumeration = {"granted", "refused", "withdrawn", "missing"}) String state,
      @Schema(description = "Whether something may be sent; missing means no.") boolean allowed) {}

  /** Whom the customer belongs together with. */
  @Schema(name = "LinkAtAGlance")
  public record LinkedJson(
      @Schema(description = "Of the link.") UUID id,
      @Schema(ref = "LinkType") String type,
      @Schema(enumeration = {"out", "in"}) String direction,
      @Schema(description = "In this direction: Works at, or Employs.") TextJson label,
      UUID otherId,
      @Schema(ref = "CustomerKind", description = "Of the other.") String kind,
      @Schema(description = "Of the other.") String name) {}
}

package app.quen.web.timeline;

import app.quen.web.customer.RollupsJson;
import app.quen.web.feedback.FeedbackJson;
import app.quen.web.interaction.InteractionJson;
import app.quen.web.task.TaskJson;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the top of a profile says; null where the caller may not see it. */
@Schema(name = "CustomerSummary")
public record SummaryJson(
    @Nullable RollupsJson rollups,
    @Schema(description = "The open task that is due first.") @Nullable TaskJson nextTask,
    @Schema(description = "At most five, the newest first.")
        @Nullable List<FeedbackJson> openComplaints,
    @Schema(description = "The newest that is no note.")
        @Nullable InteractionJson lastInteraction) {}

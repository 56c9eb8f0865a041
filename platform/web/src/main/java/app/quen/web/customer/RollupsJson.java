package app.quen.web.customer;

import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What follows for a customer from its orders, feedback and interactions. */
@Schema(
    name = "Rollups",
    description =
        "Computed with each change. Drafts, cancelled orders and what is in the trash do not"
            + " count; amounts are in the workspace's currency.")
public record RollupsJson(
    int orders,
    int returns,
    @Schema(description = "Less what came back.") BigDecimal spend,
    @Schema(description = "Spend for each order.") @Nullable BigDecimal average,
    @Nullable Instant firstOrderAt,
    @Nullable Instant lastOrderAt,
    @Schema(description = "Days of the workspace.") @Nullable Long daysSinceLastOrder,
    int openComplaints,
    @Nullable SatisfactionJson lastSatisfaction,
    @Nullable Instant lastInteractionAt) {

  /** What the customer said last about how content it is. */
  @Schema(name = "Satisfaction")
  public record SatisfactionJson(
      @Schema(enumeration = {"nps", "csat", "rating"}) String kind,
      @Schema(description = "nps: 0 to 10; csat and rating: 1 to 5.") BigDecimal score,
      Instant at) {}
}

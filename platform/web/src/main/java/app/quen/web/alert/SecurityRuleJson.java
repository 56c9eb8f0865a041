package app.quen.web.alert;

import app.quen.alert.ReviseRule;
import app.quen.alert.RuleSetting;
import app.quen.web.TextJson;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a rule is set. */
@Schema(name = "SecurityRule")
public record SecurityRuleJson(
    @Schema(examples = "mass-exports") String rule,
    TextJson label,
    boolean enabled,
    @Schema(
            description =
                "Below so many a day nothing stands out, whatever is usual. Unusual hours: so many"
                    + " days before somebody's hours are known. Impossible travel: kilometres an"
                    + " hour. A new place and an unreadable value: no meaning.")
        int floor,
    @Schema(
            description =
                "How many times a member's own usual amount stands out; 0 where nothing is"
                    + " counted.")
        int factor,
    @Schema(description = "Whether the member's sessions in the workspace end.")
        boolean endsSessions) {

  static SecurityRuleJson of(RuleSetting set) {
    return new SecurityRuleJson(
        set.rule().key(),
        TextJson.of(set.rule().label()),
        set.enabled(),
        set.floor(),
        set.factor(),
        set.endsSessions());
  }

  /** All rules. */
  @Schema(name = "SecurityRules")
  public record ListJson(List<SecurityRuleJson> items) {}

  /** What is to be different. */
  @Schema(name = "SecurityRulePatch")
  public record PatchJson(
      @Nullable Boolean enabled,
      @Schema(minimum = "1", maximum = "1000000") @Nullable Integer floor,
      @Schema(minimum = "0", maximum = "1000") @Nullable Integer factor,
      @Nullable Boolean endsSessions) {

    ReviseRule.Change change() {
      return new ReviseRule.Change(enabled, floor, factor, endsSessions);
    }
  }
}

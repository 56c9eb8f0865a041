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
    @Schema(description = "Whether it counts something by the day, and learns what is usual.")
        boolean counts,
    @Schema(
            description =
                "Below so many a day nothing stands out, whatever is usual. Unusual hours: so many"
                    + " days before somebody's hours are known. Impossible travel: kilometres an"
                    + " hour. A new place and an unreadable value: no meaning.")
        int floor,
    @Schema(
            description =
                "How many times a member's own usual amount stands out; 0 where nothing is"
                    + " counted, or where floor alone holds for everybody.")
        int factor,
    @Schema(description = "Whether the member's sessions in the workspace end.")
        boolean endsSessions,
    @Schema(description = "Whether the owners get a letter.") boolean mails) {

  static SecurityRuleJson of(RuleSetting set) {
    return new SecurityRuleJson(
        set.rule().key(),
        TextJson.of(set.rule().label()),
        set.enabled(),
        set.rule().counts(),
        set.floor(),
        set.factor(),
        set.endsSessions(),
        set.mails());
  }

  /** All rules. */
  @Schema(name = "SecurityRules")
  public record ListJson(
      List<SecurityRuleJson> items,
      @Schema(description = "False: no mail server is set, so that nobody gets any letter.")
          boolean mailReady) {}

  /** What is to be different. */
  @Schema(name = "SecurityRulePatch")
  public record PatchJson(
      @Nullable Boolean enabled,
      @Schema(minimum = "1", maximum = "1000000") @Nullable Integer floor,
      @Schema(minimum = "0", maximum = "1000") @Nullable Integer factor,
      @Nullable Boolean endsSessions,
      @Nullable Boolean mails) {

    ReviseRule.Change change() {
      return new ReviseRule.Change(enabled, floor, factor, endsSessions, mails);
    }
  }
}

package app.quen.alert;

import app.quen.access.Permitted;
import app.quen.alert.internal.Rules;
import app.quen.audit.Act;
import app.quen.audit.Trail;
import app.quen.database.InTransaction;
import app.quen.field.Invalid;
import app.quen.field.Problem;
import app.quen.text.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sets a rule. */
@ApplicationScoped
public class ReviseRule {

  private static final JsonProvider JSON = JsonProvider.provider();
  private static final int MOST = 1_000_000;

  @Inject Rules rules;
  @Inject Trail trail;

  /** What is to be different; null: as it was. */
  public record Change(
      @Nullable Boolean enabled,
      @Nullable Integer floor,
      @Nullable Integer factor,
      @Nullable Boolean endsSessions,
      @Nullable Boolean mails) {}

  /**
   * @throws Invalid if a number does not fit
   */
  @Permitted("audit:manage")
  @InTransaction
  public RuleSetting revise(AlertRule rule, Change change) {
    RuleSetting before = rules.lock(rule);
    RuleSetting after =
        new RuleSetting(
            rule,
            or(change.enabled(), before.enabled()),
            or(change.floor(), before.floor()),
            or(change.factor(), before.factor()),
            or(change.endsSessions(), before.endsSessions()),
            or(change.mails(), before.mails()));
    check(after);
    if (!after.equals(before)) {
      rules.store(after);
      JsonObject told =
          JSON.createObjectBuilder()
              .add("rule", rule.key())
              .add("before", Rules.json(before))
              .add("after", Rules.json(after))
              .build();
      trail.note(Act.of("SecurityRuleRevised").with(told.toString()));
    }
    return after;
  }

  private static <T> T or(@Nullable T wanted, T before) {
    return wanted == null ? before : wanted;
  }

  private static void check(RuleSetting wanted) {
    List<Problem> problems = new ArrayList<>();
    if (wanted.floor() < 1 || wanted.floor() > MOST) {
      problems.add(
          problem("floor", "Hãy chọn số từ 1 đến 1.000.000.", "Choose from 1 to 1,000,000."));
    }
    boolean counts = wanted.rule().counts();
    if (counts && (wanted.factor() < 0 || wanted.factor() > 1_000)) {
      problems.add(problem("factor", "Hãy chọn số từ 0 đến 1.000.", "Choose from 0 to 1,000."));
    }
    if (!counts && wanted.factor() != 0) {
      problems.add(
          problem(
              "factor",
              "Quy tắc này không đếm gì, nên không có hệ số.",
              "This rule counts nothing, so it has no factor."));
    }
    if (!problems.isEmpty()) {
      throw new Invalid(problems);
    }
  }

  private static Problem problem(String field, String vi, String en) {
    return new Problem(field, "out-of-range", new Text(vi, en));
  }
}

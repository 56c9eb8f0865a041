package app.quen.alert;

import app.quen.access.Permitted;
import app.quen.alert.internal.Rules;
import app.quen.database.InTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** How the rules of a workspace are set. */
@ApplicationScoped
public class ShowRules {

  @Inject Rules rules;

  @Permitted("audit:read")
  @InTransaction
  public List<RuleSetting> show() {
    return List.copyOf(rules.all().values());
  }
}

package app.quen.retail;

import app.quen.plugin.Fact;
import app.quen.plugin.FactListener;
import app.quen.plugin.FieldChange;
import app.quen.plugin.ListenerContext;
import java.util.Set;
import org.pf4j.Extension;

/**
 * Keeps since when each customer holds the tier: {@code tier/<customer>} → {@code <tier>
 * <instant>}. The instant is the fact's, so that a fact told again writes the same.
 */
@Extension
public class TierListener implements FactListener {

  @Override
  public Set<String> types() {
    return Set.of(Fact.CUSTOMER_REGISTERED, Fact.CUSTOMER_REVISED);
  }

  @Override
  public void on(Fact fact, ListenerContext context) {
    FieldChange change = fact.change("retail.loyalty_tier").orElse(null);
    if (change == null) {
      return;
    }
    String key = "tier/" + fact.recordId();
    if (change.after() == null) {
      context.store().remove(key);
    } else {
      context.store().put(key, change.after() + " " + fact.at());
    }
  }
}

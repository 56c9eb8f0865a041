package app.quen.hello;

import app.quen.plugin.Fact;
import app.quen.plugin.FactListener;
import app.quen.plugin.ListenerContext;
import java.util.Set;
import org.pf4j.Extension;

/** Remembers the first customer that a workspace registered, and greets it once. */
@Extension
public class FirstCustomerListener implements FactListener {

  @Override
  public Set<String> types() {
    return Set.of(Fact.CUSTOMER_REGISTERED);
  }

  @Override
  public void on(Fact fact, ListenerContext context) {
    if (context.store().compareAndPut("first-customer", null, fact.recordId().toString())) {
      context.logger().info("Hello, first customer of {}", context.tenant().slug());
    }
  }
}

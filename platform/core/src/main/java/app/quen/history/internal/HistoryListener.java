package app.quen.history.internal;

import app.quen.database.Work;
import app.quen.fact.Fact;
import app.quen.fact.FactListener;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Writes what happened to customers into their history. */
@ApplicationScoped
class HistoryListener implements FactListener {

  @Inject Work work;
  @Inject Histories histories;

  @Override
  public String name() {
    return "history";
  }

  @Override
  public boolean wants(String factType) {
    return factType.startsWith("Customer");
  }

  @Override
  public boolean prompt() {
    return true;
  }

  @Override
  public void deliver(List<Fact> facts) {
    work.transact(
        () -> {
          histories.takeFacts(facts.stream().map(Fact::sequence).toList());
          // the last fact of a customer: what was told before is here by now, and goes with it
          histories.forget(
              facts.stream()
                  .filter(fact -> fact.type().equals("CustomerPurged"))
                  .map(Fact::recordId)
                  .toList());
        });
  }
}

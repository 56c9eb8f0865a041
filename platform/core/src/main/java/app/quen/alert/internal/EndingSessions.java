package app.quen.alert.internal;

import app.quen.account.EndSessions;
import app.quen.fact.Fact;
import app.quen.fact.FactListener;
import app.quen.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Signs a member out of the workspace where a rule says so. */
@ApplicationScoped
class EndingSessions implements FactListener {

  @Inject EndSessions endSessions;
  @Inject Tenants tenants;

  @Override
  public String name() {
    return "alert-sessions";
  }

  @Override
  public boolean wants(String factType) {
    return factType.equals("SecurityEventRaised");
  }

  /** Again and again if need be: those that were opened after it was found stay. */
  @Override
  public void deliver(List<Fact> facts) {
    for (Fact fact : facts) {
      if (fact.payload().getBoolean("endsSessions", false)) {
        endSessions.end(
            tenants.current().id(),
            UUID.fromString(fact.payload().getString("subjectId")),
            fact.at());
      }
    }
  }
}

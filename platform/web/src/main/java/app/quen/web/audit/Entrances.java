package app.quen.web.audit;

import app.quen.access.Actor;
import app.quen.account.Session;
import app.quen.audit.Act;
import app.quen.audit.Trail;
import app.quen.tenant.TenantState;
import app.quen.whence.Whereabouts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Tells the trail of a workspace who came in and went out. */
@ApplicationScoped
public class Entrances {

  @Inject private Trail trail;
  @Inject private Whereabouts whereabouts;

  public void entered(Session session) {
    tell(session, "SignedIn");
  }

  public void left(Session session) {
    tell(session, "SignedOut");
  }

  /** One that is suspended cannot be entered, also not by what would be noted there. */
  private void tell(Session session, String act) {
    var workspace = session.workspace();
    if (workspace != null && workspace.state() == TenantState.ACTIVE) {
      var account = session.account();
      trail.seen(
          workspace.tenant(),
          new Actor(Actor.Kind.MEMBER, account.id(), account.name()),
          whereabouts.now(),
          Act.of(act).on("session", session.id()));
    }
  }
}

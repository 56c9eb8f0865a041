package app.quen.web.audit;

import app.quen.access.Actor;
import app.quen.account.FindKnocking;
import app.quen.account.NotSignedIn;
import app.quen.account.RefusedEntrance;
import app.quen.account.Session;
import app.quen.account.SignedIn;
import app.quen.account.Workspace;
import app.quen.audit.Act;
import app.quen.audit.Trail;
import app.quen.tenant.TenantState;
import app.quen.whence.Whereabouts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.util.function.Supplier;

/** Tells the trail of a workspace who came in and went out. */
@ApplicationScoped
public class Entrances {

  private static final Actor NOBODY = new Actor(Actor.Kind.SYSTEM, null, "?");

  @Inject private Trail trail;
  @Inject private FindKnocking knocking;
  @Inject private Whereabouts whereabouts;

  public void entered(Session session) {
    tell(session, "SignedIn");
  }

  /**
   * Tries to let somebody in. Who fails is told to each workspace that the account would have
   * entered, under nobody's name: who it was is not known.
   */
  public SignedIn attempt(String email, Supplier<SignedIn> entrance) {
    try {
      return entrance.get();
    } catch (NotSignedIn refused) {
      knocking.find(email).ifPresent(this::tell);
      throw refused;
    }
  }

  /** Tries it by a workspace's provider; the workspace is told of each failure, and why. */
  public <T> T byProvider(Supplier<T> entrance) {
    try {
      return entrance.get();
    } catch (RefusedEntrance refused) {
      var why = refused.reason().problems().getFirst().code();
      trail.seen(
          refused.tenant(),
          NOBODY,
          whereabouts.now(),
          Act.of("SignInFailed")
              .with(Json.createObjectBuilder().add("provider", why).build().toString()));
      throw refused;
    }
  }

  private void tell(FindKnocking.Door door) {
    for (Workspace workspace : door.workspaces()) {
      if (workspace.state() == TenantState.ACTIVE) {
        trail.seen(
            workspace.tenant(),
            NOBODY,
            whereabouts.now(),
            Act.of("SignInFailed").on("member", door.account().id()));
      }
    }
  }

  public void left(Session session) {
    tell(session, "SignedOut");
  }

  /** Somebody who was invited has become a member of the workspace that the session is in. */
  public void joined(Session session) {
    var workspace = session.workspace();
    if (workspace != null) {
      var role = Json.createObjectBuilder().add("role", workspace.role()).build().toString();
      tell(session, Act.of("InvitationAccepted").on("member", session.account().id()).with(role));
    }
  }

  private void tell(Session session, String act) {
    tell(session, Act.of(act).on("session", session.id()));
  }

  /** One that is suspended cannot be entered, also not by what would be noted there. */
  private void tell(Session session, Act act) {
    var workspace = session.workspace();
    if (workspace != null && workspace.state() == TenantState.ACTIVE) {
      var account = session.account();
      trail.seen(
          workspace.tenant(),
          new Actor(Actor.Kind.MEMBER, account.id(), account.name()),
          whereabouts.now(),
          act);
    }
  }
}

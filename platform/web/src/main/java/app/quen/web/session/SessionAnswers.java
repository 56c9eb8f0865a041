package app.quen.web.session;

import app.quen.access.Standings;
import app.quen.account.ListWorkspaces;
import app.quen.account.Session;
import app.quen.account.SignOut;
import app.quen.account.SignedIn;
import app.quen.web.audit.Entrances;
import app.quen.web.credential.SessionCookie;
import app.quen.web.request.Exchange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.util.Set;

/** What is answered to who has just come in, however they came. */
@ApplicationScoped
class SessionAnswers {

  @Inject private ListWorkspaces listWorkspaces;
  @Inject private Standings standings;
  @Inject private Entrances entrances;
  @Inject private SignOut signOut;
  @Inject private HttpServletRequest request;

  /** A session that was open in the same browser ends: its token is nobody's any more. */
  Response opened(ResponseBuilder response, SignedIn signedIn) {
    var before = Exchange.of(request);
    before.token().ifPresent(signOut::signOut);
    before.session().ifPresent(entrances::left);
    entrances.entered(signedIn.session());
    return response
        .cookie(SessionCookie.of(signedIn.token(), signedIn.session().expiresAt()))
        .header("Cache-Control", "no-store")
        .build();
  }

  SessionJson json(Session session) {
    var in = session.workspace();
    return json(session, in == null ? Set.of() : standings.permissionsOf(in.tenant(), in.role()));
  }

  SessionJson json(Session session, Set<String> permissions) {
    var in = session.workspace();
    var all =
        listWorkspaces.list(session.account().id()).stream()
            .filter(it -> !session.byProvider() || in != null && it.tenant().equals(in.tenant()))
            .toList();
    return SessionJson.of(session, all, permissions);
  }
}

package app.quen.account;

import app.quen.account.internal.Sessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** The account's open sessions, the latest first. */
@ApplicationScoped
public class ListSessions {

  @Inject Sessions sessions;

  public List<OpenSession> list(Session session) {
    return sessions.list(session);
  }
}

package app.quen.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The account's open sessions, the latest first. */
@ApplicationScoped
public class ListSessions {

  public List<OpenSession> list(Session session) {
    throw new UnsupportedOperationException();
  }
}

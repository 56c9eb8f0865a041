package app.quen.account;

import app.quen.account.internal.Sessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Turns the token of a cookie into the session that it stands for. */
@ApplicationScoped
public class FindSession {

  @Inject Sessions sessions;

  /** Empty if there is no such session, or it has expired or was revoked. Reads the database. */
  public Optional<Session> find(String token) {
    return sessions.find(token);
  }
}

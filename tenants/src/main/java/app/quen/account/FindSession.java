package app.quen.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Turns the token of a cookie into the session that it stands for. */
@ApplicationScoped
public class FindSession {

  /** Empty if there is no such session, or it has expired or was revoked. Reads the database. */
  public Optional<Session> find(String token) {
    throw new UnsupportedOperationException();
  }
}

package app.quen.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Ends one of the account's sessions at once. */
@ApplicationScoped
public class RevokeSession {

  /**
   * @throws NotFound if the account has no such session
   */
  public void revoke(Session session, UUID id) {
    throw new UnsupportedOperationException();
  }
}

package app.quen.account;

import jakarta.enterprise.context.ApplicationScoped;

/** A signed-in account founds another workspace, and is switched to it. */
@ApplicationScoped
public class FoundWorkspace {

  /**
   * @throws Rejected if a field does not fit or the slug is taken
   * @throws TooManyAttempts if too many were founded from this address
   */
  public Session found(Session session, String name, String slug, String industry, Client client) {
    throw new UnsupportedOperationException();
  }
}

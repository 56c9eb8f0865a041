package app.quen.account;

import jakarta.enterprise.context.ApplicationScoped;

/** A person comes in by e-mail address and password. */
@ApplicationScoped
public class SignIn {

  /**
   * Opens a session in the workspace that the person used last.
   *
   * @throws NotSignedIn if the two do not belong together
   * @throws TooManyAttempts if too many failed for this account or from this address
   */
  public SignedIn signIn(String email, String password, Client client) {
    throw new UnsupportedOperationException();
  }
}

package app.quen.account;

import jakarta.enterprise.context.ApplicationScoped;

/** Ends the session that a token stands for. */
@ApplicationScoped
public class SignOut {

  public void signOut(String token) {
    throw new UnsupportedOperationException();
  }
}

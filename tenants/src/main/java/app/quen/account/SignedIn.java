package app.quen.account;

/**
 * A session that was just opened.
 *
 * @param token the secret that stands for it, for the cookie; not stored anywhere, so it is given
 *     only here
 */
public record SignedIn(String token, Session session) {

  @Override
  public String toString() {
    return "SignedIn[" + session + "]";
  }
}

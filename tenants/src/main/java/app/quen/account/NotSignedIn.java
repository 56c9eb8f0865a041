package app.quen.account;

/** The e-mail address and the password do not belong together; never says which was wrong. */
public class NotSignedIn extends RuntimeException {

  public NotSignedIn(String message) {
    super(message);
  }
}

package app.quen.account;

/** The password is right, and the account is protected by more than it: a code is to come too. */
public class SecondFactorWanted extends RuntimeException {

  private static final long serialVersionUID = 1;

  public SecondFactorWanted() {
    super("a second factor is wanted");
  }
}

package app.quen.account;

/**
 * A workspace's provider let this person in, and its word is good for the workspace alone: for
 * other workspaces and for the account itself, they sign in as its owner.
 */
public class OwnSignInWanted extends RuntimeException {

  public OwnSignInWanted() {
    super("signed in by a provider, which is good for one workspace");
  }
}

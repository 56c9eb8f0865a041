package app.quen.account;

/** The session has lasted longer than the workspace allows: the person has to sign in again. */
public class SessionTooOld extends RuntimeException {

  private static final long serialVersionUID = 1;

  public SessionTooOld(String workspace) {
    super("older than " + workspace + " allows");
  }
}

package app.quen.team;

/** There is no such share, or no such record to share, for who asks. */
public class NoSuchShare extends RuntimeException {

  public NoSuchShare(String what) {
    super("no " + what);
  }
}

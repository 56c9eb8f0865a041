package app.quen.account;

/** The session, member, key or workspace does not exist, or not for the one who asks. */
public class NotFound extends RuntimeException {

  private final String what;

  /**
   * @param what the kind of thing, e.g. {@code session}
   */
  public NotFound(String what, Object id) {
    super("no " + what + " " + id);
    this.what = what;
  }

  public String what() {
    return what;
  }
}

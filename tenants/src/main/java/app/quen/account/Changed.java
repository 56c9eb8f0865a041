package app.quen.account;

/** Somebody else has changed it since it was read. */
public class Changed extends RuntimeException {

  private static final long serialVersionUID = 1;

  public Changed() {
    super("changed since it was read");
  }
}

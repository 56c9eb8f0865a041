package app.quen.key;

/**
 * A key is missing or is the wrong one, so that nothing can be encrypted or read. Says which, and
 * what to do.
 */
public class NoKey extends IllegalStateException {

  private static final long serialVersionUID = 1;

  public NoKey(String message) {
    super(message);
  }
}

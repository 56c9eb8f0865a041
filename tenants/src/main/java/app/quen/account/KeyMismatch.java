package app.quen.account;

/** The key was used before, by the same caller, for a different request. */
public class KeyMismatch extends RuntimeException {

  private static final long serialVersionUID = 1;

  public KeyMismatch(String key) {
    super("the idempotency key " + key + " belongs to a different request");
  }
}

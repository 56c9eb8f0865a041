package app.quen.seal;

/** Nothing can be sealed: the setting that protects the keys is missing or is another one. */
public class NoSealKey extends RuntimeException {

  private static final long serialVersionUID = 1;

  public NoSealKey(String message) {
    super(message);
  }
}

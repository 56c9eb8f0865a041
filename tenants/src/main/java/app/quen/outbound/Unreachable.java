package app.quen.outbound;

/** An address did not answer, or not within the limits. */
public class Unreachable extends RuntimeException {

  public Unreachable(String message, Throwable cause) {
    super(message, cause);
  }

  public Unreachable(String message) {
    super(message);
  }
}

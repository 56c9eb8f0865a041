package app.quen.launcher;

/** Something that the person at the keyboard can put right: what is wrong, and what to do. */
public class Trouble extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Trouble(String message) {
    super(message);
  }

  public Trouble(String message, Throwable cause) {
    super(message, cause);
  }
}

package app.quen.field;

/** Somebody else has changed it since the caller read it. Nothing was changed. */
public class Outdated extends RuntimeException {

  private static final long serialVersionUID = 1;

  public Outdated(String what, int expected, int version) {
    super("%s is at version %d, not at %d".formatted(what, version, expected));
  }
}

package app.quen.field;

/** Somebody else has changed the field, or the layout, since it was read. */
public class FieldChanged extends RuntimeException {

  public FieldChanged(String what, int expected, int version) {
    super("%s is at version %d, not at %d".formatted(what, version, expected));
  }
}

package app.quen.secret;

/** A sealed text was changed, or moved to another place. Nothing of it is shown. */
public class Tampered extends IllegalStateException {

  private static final long serialVersionUID = 1;

  public Tampered(String place) {
    super(
        "the sealed text of "
            + place
            + " does not belong there: it was changed or moved by other means than Quen's;"
            + " restore the record from a backup");
  }
}

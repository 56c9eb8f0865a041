package app.quen.consent;

/** No purpose of this workspace has the id. */
public class NoSuchPurpose extends RuntimeException {

  public NoSuchPurpose(PurposeId id) {
    super("no purpose " + id + " in this workspace");
  }
}

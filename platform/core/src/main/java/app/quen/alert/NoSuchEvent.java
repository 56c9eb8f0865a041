package app.quen.alert;

import java.util.UUID;

/** The workspace has no security event with this id. */
public class NoSuchEvent extends RuntimeException {

  private static final long serialVersionUID = 1;

  public NoSuchEvent(UUID id) {
    super("security event " + id);
  }
}

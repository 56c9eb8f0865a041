package app.quen.view;

import java.util.UUID;

/** No view that who is acting may see has the id. */
public class NoSuchView extends RuntimeException {

  private static final long serialVersionUID = 1;

  public NoSuchView(UUID id) {
    super("no saved view " + id + " for this caller");
  }
}

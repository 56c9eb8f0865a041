package app.quen.bulk;

import java.util.UUID;

/** No bulk edit of this workspace has the id. */
public class NoSuchRun extends RuntimeException {

  private static final long serialVersionUID = 1;

  public NoSuchRun(UUID id) {
    super("no bulk edit " + id + " in this workspace");
  }
}

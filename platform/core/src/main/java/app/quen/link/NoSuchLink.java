package app.quen.link;

import java.util.UUID;

/** No link of this workspace has the id. */
public class NoSuchLink extends RuntimeException {

  public NoSuchLink(UUID id) {
    super("no link " + id + " in this workspace");
  }
}

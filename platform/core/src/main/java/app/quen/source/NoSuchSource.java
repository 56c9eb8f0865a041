package app.quen.source;

import java.util.UUID;

/** No source of this workspace has the id. */
public class NoSuchSource extends RuntimeException {

  public NoSuchSource(UUID id) {
    super("no source " + id + " in this workspace");
  }
}

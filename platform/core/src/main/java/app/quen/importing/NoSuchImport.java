package app.quen.importing;

import java.util.UUID;

/** No import of this workspace has the id. */
public class NoSuchImport extends RuntimeException {

  private final UUID id;

  public NoSuchImport(UUID id) {
    super("no import " + id + " in this workspace");
    this.id = id;
  }

  public UUID id() {
    return id;
  }
}

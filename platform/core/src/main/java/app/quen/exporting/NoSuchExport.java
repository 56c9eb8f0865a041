package app.quen.exporting;

import java.util.UUID;

/** Who is acting has asked for no export with this id, or its file is gone. */
public class NoSuchExport extends RuntimeException {

  private static final long serialVersionUID = 1;

  public NoSuchExport(UUID id) {
    super("no export " + id + " of this caller");
  }
}

package app.quen.attachment;

import java.util.UUID;

/** There is no such attachment, or no record that it could be at. */
public class NoSuchAttachment extends RuntimeException {

  private static final long serialVersionUID = 1;

  public NoSuchAttachment(UUID id) {
    super("no attachment or record " + id + " in this workspace");
  }
}

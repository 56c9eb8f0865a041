package app.quen.attachment;

import app.quen.access.Permitted;
import app.quen.attachment.internal.Room;
import app.quen.database.InTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Shows how much room is left for files. */
@ApplicationScoped
public class ShowAttachmentRoom {

  @Inject Room room;

  @Permitted("setting:read")
  @InTransaction
  public AttachmentRoom show() {
    return room.now();
  }
}

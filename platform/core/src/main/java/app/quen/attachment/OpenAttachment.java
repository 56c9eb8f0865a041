package app.quen.attachment;

import app.quen.access.Permitted;
import app.quen.attachment.internal.Attachments;
import app.quen.database.InTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** The content of an attachment. */
@ApplicationScoped
public class OpenAttachment {

  @Inject Attachments attachments;

  /**
   * @throws NoSuchAttachment if there is none
   */
  @Permitted("customer:read")
  @InTransaction
  public AttachmentFile open(UUID id) {
    return attachments.open(id);
  }
}

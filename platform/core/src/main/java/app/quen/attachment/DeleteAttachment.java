package app.quen.attachment;

import app.quen.access.Permitted;
import app.quen.attachment.internal.Attachments;
import app.quen.database.InTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Takes a file away from a record, for good. */
@ApplicationScoped
public class DeleteAttachment {

  @Inject Attachments attachments;

  /**
   * @throws NoSuchAttachment if there is none
   */
  @Permitted("customer:read")
  @InTransaction
  public void delete(UUID id) {
    attachments.delete(id);
  }
}

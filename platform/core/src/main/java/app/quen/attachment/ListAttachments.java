package app.quen.attachment;

import app.quen.access.Permitted;
import app.quen.attachment.internal.Attachments;
import app.quen.database.InTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** The files at a record, the first first. */
@ApplicationScoped
public class ListAttachments {

  @Inject Attachments attachments;

  /**
   * @throws NoSuchAttachment if there is none
   */
  @Permitted("customer:read")
  @InTransaction
  public List<AttachmentView> list(String record, UUID recordId) {
    return attachments.list(record, recordId);
  }
}

package app.quen.attachment;

import app.quen.access.Permitted;
import app.quen.attachment.internal.Attachments;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.util.UUID;
import java.util.function.Supplier;

/** Puts a file at a record. */
@ApplicationScoped
public class AddAttachment {

  @Inject Attachments attachments;

  /**
   * Reads the stream once and to its end, so this is no unit of work that could be run again. The
   * same file under the same name is at a record once.
   *
   * @throws NoSuchAttachment if there is no such record
   * @throws AttachmentTooLarge if it has too many bytes
   * @throws app.quen.field.Invalid if it is of a kind that is not taken, or not what its name says
   */
  @Permitted("customer:read")
  public <T> T add(
      String record, UUID recordId, String fileName, InputStream content, Arrival<T> arrival) {
    return attachments.add(record, recordId, fileName, content, arrival);
  }

  /** Decides whether a file that has arrived is put at the record. */
  public interface Arrival<T> {

    /**
     * @param sha256 of the file, in hexadecimal digits
     * @param add puts it there; a file for which this is not called is dropped
     */
    T decide(String sha256, Supplier<AttachmentView> add);
  }
}

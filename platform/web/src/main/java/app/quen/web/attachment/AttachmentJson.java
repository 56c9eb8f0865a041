package app.quen.web.attachment;

import app.quen.attachment.AttachmentView;
import app.quen.web.ActorJson;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A file at a record. */
@Schema(name = "Attachment", description = "A file at a record.")
public record AttachmentJson(
    UUID id,
    @Schema(ref = "RecordType") String record,
    UUID recordId,
    @Schema(examples = "hop-dong.pdf") String fileName,
    @Schema(description = "Told by the content.", examples = "application/pdf") String mediaType,
    @Schema(description = "Bytes.") long size,
    Instant createdAt,
    ActorJson createdBy) {

  static AttachmentJson of(AttachmentView view) {
    return new AttachmentJson(
        view.id(),
        view.record(),
        view.recordId(),
        view.fileName(),
        view.mediaType(),
        view.size(),
        view.createdAt(),
        ActorJson.of(view.createdBy()));
  }

  /** The files at a record. */
  @Schema(name = "Attachments")
  public record ListJson(List<AttachmentJson> items) {}
}

package app.quen.attachment;

import app.quen.access.Actor;
import java.time.Instant;
import java.util.UUID;

/**
 * A file at a record.
 *
 * @param record {@code customer}, {@code order}, {@code interaction}, {@code feedback} or {@code
 *     task}
 * @param mediaType told by the content
 * @param size in bytes
 */
public record AttachmentView(
    UUID id,
    String record,
    UUID recordId,
    String fileName,
    String mediaType,
    long size,
    Instant createdAt,
    Actor createdBy) {}

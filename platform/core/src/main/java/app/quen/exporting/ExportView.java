package app.quen.exporting;

import app.quen.access.Actor;
import app.quen.text.Text;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file that is made, or was.
 *
 * @param record {@code customer}, {@code order}, {@code interaction}, {@code feedback} or {@code
 *     task}
 * @param format {@code csv}, {@code xlsx} or {@code json}
 * @param state {@code running}, {@code completed}, {@code cancelled}, {@code failed} or {@code
 *     expired}
 * @param done rows
 * @param size in bytes, once it is completed
 * @param expiresAt when the file goes
 */
public record ExportView(
    UUID id,
    String record,
    String format,
    String state,
    long done,
    @Nullable String fileName,
    @Nullable Long size,
    @Nullable Text failure,
    Instant createdAt,
    Actor createdBy,
    @Nullable Instant finishedAt,
    @Nullable Instant expiresAt) {}

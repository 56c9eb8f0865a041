package app.quen.team;

import app.quen.access.Actor;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A single record that somebody sees beyond their reach.
 *
 * @param toKind {@code member} or {@code team}
 * @param level {@code read} or {@code write}
 * @param until null: until it is taken back
 */
public record ShareView(
    UUID id,
    String recordType,
    UUID recordId,
    String toKind,
    UUID toId,
    String level,
    @Nullable Instant until,
    Instant createdAt,
    Actor createdBy) {}

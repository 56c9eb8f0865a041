package app.quen.team;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * With whom, and how.
 *
 * @param toKind {@code member} or {@code team}
 * @param level {@code read} or {@code write}
 */
public record ShareDraft(String toKind, UUID toId, String level, @Nullable Instant until) {}

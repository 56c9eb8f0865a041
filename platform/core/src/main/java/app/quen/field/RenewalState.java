package app.quen.field;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a renewal of a workspace's values is.
 *
 * @param version of the customers' keys that encrypt now
 * @param done records that were gone through
 * @param total of them; an estimate while it runs
 * @param unreadable values among them that could not be opened and stay as they are
 */
public record RenewalState(
    int version,
    boolean running,
    long done,
    long total,
    long unreadable,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt) {}

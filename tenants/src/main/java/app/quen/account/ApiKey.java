package app.quen.account;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A credential of a program; belongs to one workspace.
 *
 * @param prefix the part of the key that may be shown
 * @param createdBy the account that made it
 */
public record ApiKey(
    UUID id,
    String name,
    String prefix,
    Set<String> permissions,
    Instant createdAt,
    @Nullable Member createdBy,
    @Nullable Instant lastUsedAt,
    @Nullable Instant expiresAt) {}

package app.quen.account;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A credential of a program; belongs to one workspace.
 *
 * @param prefix the part of the key that may be shown
 * @param createdBy the account that made it; its role is empty where it is no member any more, and
 *     the key holds no more either
 * @param lastUsedFrom an IP address
 */
public record ApiKey(
    UUID id,
    String name,
    String prefix,
    Set<String> permissions,
    Instant createdAt,
    @Nullable Member createdBy,
    @Nullable Instant lastUsedAt,
    @Nullable String lastUsedFrom,
    @Nullable Instant expiresAt) {}

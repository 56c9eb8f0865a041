package app.quen.account;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A key pair on somebody's device; here is only its public half.
 *
 * @param name as its owner calls it
 * @param backedUp whether other devices of the owner have it too, through their manufacturer
 */
public record Passkey(
    UUID id, String name, boolean backedUp, Instant createdAt, @Nullable Instant lastUsedAt) {}

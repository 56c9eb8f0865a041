package app.quen.account;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One of an account's sessions, as its owner sees it in the list.
 *
 * @param workspace the name of the one that it is in
 */
public record OpenSession(
    UUID id,
    Instant createdAt,
    Instant lastSeenAt,
    @Nullable String userAgent,
    String address,
    @Nullable String workspace,
    boolean current) {}

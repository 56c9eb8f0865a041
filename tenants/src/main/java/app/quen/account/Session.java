package app.quen.account;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An open session.
 *
 * @param workspace where the person works; null if the membership has ended. Its state is the one
 *     of now: only an active one can be entered
 * @param csrfToken what unsafe requests must repeat in a header
 * @param expiresAt when it ends, whatever happens
 */
public record Session(
    UUID id,
    Account account,
    @Nullable Workspace workspace,
    String csrfToken,
    Instant createdAt,
    Instant expiresAt) {}

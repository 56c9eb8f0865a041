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
 * @param expiresAt when it ends, whatever happens; the workspace may end it before
 * @param confirmedUntil until when it is certain enough, for what is delicate, that it is still the
 *     same person
 * @param secondFactorMissing whether the workspace wants more than the password, and nothing more
 *     was proved: then only the account can be worked on
 * @param byProvider whether its person came by the workspace's provider: then it is good for this
 *     workspace alone, and not for the account
 * @param providerMissing whether the workspace wants its people to come by its provider, and this
 *     one did not: then only the account can be worked on
 */
public record Session(
    UUID id,
    Account account,
    @Nullable Workspace workspace,
    String csrfToken,
    Instant createdAt,
    Instant expiresAt,
    Instant confirmedUntil,
    boolean secondFactorMissing,
    boolean byProvider,
    boolean providerMissing) {}

package app.quen.consent;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says that a customer said.
 *
 * @param version of the purpose's text; absent: the one that {@code textShown} is
 * @param at absent: now
 * @param sourceId absent: that of the API key, else the standard one
 * @param textShown needed where consent is granted
 */
public record ConsentDraft(
    PurposeId purpose,
    String channel,
    String state,
    @Nullable Integer version,
    @Nullable Instant at,
    @Nullable UUID sourceId,
    @Nullable String textShown,
    @Nullable String address,
    @Nullable String note) {}

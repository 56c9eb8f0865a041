package app.quen.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who somebody is, by the word of a provider that was verified.
 *
 * @param subject does not change for a person, unlike the e-mail address
 * @param email null unless the provider says that it has verified it
 * @param authenticatedAt when the provider has looked at the person; null where it does not say
 */
public record Identity(
    String issuer,
    String subject,
    @Nullable String email,
    @Nullable String name,
    @Nullable Instant authenticatedAt) {}

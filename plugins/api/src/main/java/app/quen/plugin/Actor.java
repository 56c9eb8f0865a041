package app.quen.plugin;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who did or does something. Plugins are not told names.
 *
 * @param kind {@code member}, {@code api_key}, {@code plugin}, {@code operator} or {@code system};
 *     more may come, so treat an unknown kind like {@code system}
 * @param id the account or API key; null where the kind says it all
 * @since 0.1
 */
public record Actor(String kind, @Nullable UUID id) {}

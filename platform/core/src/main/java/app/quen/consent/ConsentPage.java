package app.quen.consent;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a customer said, as it was recorded, newest first.
 *
 * @param nextCursor where the next page begins; null after the last
 */
public record ConsentPage(List<Consent> items, @Nullable String nextCursor) {}

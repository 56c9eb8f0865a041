package app.quen.link;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some links of a customer, oldest first.
 *
 * @param nextCursor where the next page begins; null after the last
 */
public record LinkPage(List<LinkView> items, @Nullable String nextCursor) {}

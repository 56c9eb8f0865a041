package app.quen.order;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list; of each order the first lines only.
 *
 * @param items may be fewer than asked for, even none, although more follow: the work for one page
 *     is bounded
 * @param nextCursor where the next page begins; null after the last
 */
public record OrderPage(List<OrderView> items, @Nullable String nextCursor) {}

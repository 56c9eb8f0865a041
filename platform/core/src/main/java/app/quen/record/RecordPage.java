package app.quen.record;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param items may be fewer than asked for, even none, although more follow: the work for one page
 *     is bounded
 * @param nextCursor where the next page begins; null after the last
 */
public record RecordPage(List<RecordView> items, @Nullable String nextCursor) {}

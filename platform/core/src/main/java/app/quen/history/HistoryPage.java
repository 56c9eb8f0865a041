package app.quen.history;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a history, newest first.
 *
 * @param nextCursor where the next page begins; null after the last
 */
public record HistoryPage(List<HistoryEntry> items, @Nullable String nextCursor) {}

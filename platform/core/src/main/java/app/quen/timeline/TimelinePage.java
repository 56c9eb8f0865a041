package app.quen.timeline;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a timeline, newest first.
 *
 * @param nextCursor where the next page begins; null after the last
 */
public record TimelinePage(List<TimelineEntry> items, @Nullable String nextCursor) {}

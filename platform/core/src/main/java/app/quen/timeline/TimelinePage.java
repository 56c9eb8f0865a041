package app.quen.timeline;

import app.quen.timeline.TimelineFiles.Attached;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A part of a timeline, newest first.
 *
 * @param nextCursor where the next page begins; null after the last
 * @param files by the id of the entry whose record has some
 */
public record TimelinePage(
    List<TimelineEntry> items, @Nullable String nextCursor, Map<UUID, List<Attached>> files) {}

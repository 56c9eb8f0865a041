package app.quen.timeline;

import app.quen.access.Actor;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened.
 *
 * @param kind of the source
 * @param at to the microsecond, as the database keeps it
 * @param type what it is more closely: of a change the fact's type, else the record's own kind,
 *     e.g. {@code call} or {@code complaint}
 * @param record what the timeline shows of it, as the API of the record names it
 * @param change what changed, {@code {source, changes: [{field, before, after}]}}; null where
 *     something was added
 */
public record TimelineEntry(
    String kind,
    UUID id,
    Instant at,
    Actor actor,
    String type,
    JsonObject record,
    @Nullable JsonObject change) {}

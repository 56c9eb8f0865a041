package app.quen.record;

import app.quen.access.Actor;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.UUID;

/**
 * A change of a record.
 *
 * @param type of the fact, e.g. {@code FeedbackRevised}
 * @param payload {@code changes: [{field, before, after}]}, {@code source}
 */
public record RecordChange(UUID id, Instant at, Actor actor, String type, JsonObject payload) {}

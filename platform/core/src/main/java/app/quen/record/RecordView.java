package app.quen.record;

import jakarta.json.JsonObject;
import java.util.UUID;

/**
 * A record as people and programs see it.
 *
 * @param json with the names of the API; what is empty is left out
 */
public record RecordView(UUID id, int version, JsonObject json) {}

package app.quen.secret;

import jakarta.json.JsonObject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record's values that are to be stored.
 *
 * @param customer whose the record is, so that the values can be erased with the customer; null if
 *     it is nobody's
 * @param stored as they are stored now; null for a new record
 * @param values as they are to be, plain
 */
public record Sealing(
    UUID record, @Nullable UUID customer, @Nullable JsonObject stored, JsonObject values) {}

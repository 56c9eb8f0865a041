package app.quen.fact;

import app.quen.access.Actor;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.UUID;

/**
 * Something that has happened to a record.
 *
 * @param sequence its place in the tenant's outbox; grows, with gaps
 * @param type past tense, e.g. {@code CustomerRegistered}
 * @param recordType e.g. {@code customer}
 * @param payload what the type promises; for customers {@code changes: [{field, before, after}]}
 *     and {@code source}
 */
public record Fact(
    long sequence,
    UUID id,
    String type,
    String recordType,
    UUID recordId,
    Instant at,
    Actor actor,
    JsonObject payload) {}

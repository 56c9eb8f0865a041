package app.quen.fact;

import java.time.Instant;
import java.util.UUID;

/**
 * A fact that a listener could not take, after the last attempt.
 *
 * @param error of the last attempt
 * @param at when that was
 */
public record DeadLetter(
    String listener,
    long factSequence,
    String type,
    String recordType,
    UUID recordId,
    int attempts,
    String error,
    Instant at) {}

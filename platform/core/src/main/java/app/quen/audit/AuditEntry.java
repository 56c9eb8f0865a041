package app.quen.audit;

import app.quen.access.Actor;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of the trail.
 *
 * @param sequence 1, 2, 3 …, without gaps
 * @param changes JSON, as it was written
 */
public record AuditEntry(
    long sequence,
    Instant at,
    Actor actor,
    @Nullable Actor onBehalfOf,
    String act,
    @Nullable String recordType,
    @Nullable UUID recordId,
    @Nullable UUID customerId,
    @Nullable String changes,
    @Nullable String why,
    @Nullable String address,
    @Nullable String client,
    byte[] previousHash,
    byte[] hash) {}

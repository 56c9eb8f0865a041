package app.quen.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is sought in the trail; null: whatever.
 *
 * @param who an account, API key, plugin or operator
 * @param act the name of an act
 * @param until before this moment
 */
public record AuditQuery(
    @Nullable UUID who,
    @Nullable String act,
    @Nullable String recordType,
    @Nullable UUID recordId,
    @Nullable UUID customerId,
    @Nullable Instant from,
    @Nullable Instant until) {

  public static final AuditQuery ALL = new AuditQuery(null, null, null, null, null, null, null);
}

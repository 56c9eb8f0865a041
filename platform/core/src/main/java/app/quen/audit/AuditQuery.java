package app.quen.audit;

import app.quen.access.Actor;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is sought in the trail; null or empty: whatever.
 *
 * @param who an account, API key, plugin or operator; also what was done on their behalf
 * @param kind what kind of actor
 * @param acts the names of acts
 * @param field the key of a field that was changed or read
 * @param why a part of the reason
 * @param until before this moment
 */
public record AuditQuery(
    @Nullable UUID who,
    Actor.@Nullable Kind kind,
    Set<String> acts,
    @Nullable String recordType,
    @Nullable UUID recordId,
    @Nullable UUID customerId,
    @Nullable String field,
    @Nullable String why,
    @Nullable Instant from,
    @Nullable Instant until) {

  public static final AuditQuery ALL =
      new AuditQuery(null, null, Set.of(), null, null, null, null, null, null, null);

  public AuditQuery by(@Nullable UUID actor) {
    return new AuditQuery(
        actor, kind, acts, recordType, recordId, customerId, field, why, from, until);
  }

  public AuditQuery by(Actor.@Nullable Kind actors) {
    return new AuditQuery(
        who, actors, acts, recordType, recordId, customerId, field, why, from, until);
  }

  public AuditQuery acts(Set<String> names) {
    return new AuditQuery(
        who, kind, Set.copyOf(names), recordType, recordId, customerId, field, why, from, until);
  }

  public AuditQuery of(@Nullable String type, @Nullable UUID record) {
    return new AuditQuery(who, kind, acts, type, record, customerId, field, why, from, until);
  }

  public AuditQuery about(@Nullable UUID customer) {
    return new AuditQuery(who, kind, acts, recordType, recordId, customer, field, why, from, until);
  }

  public AuditQuery field(@Nullable String key) {
    return new AuditQuery(who, kind, acts, recordType, recordId, customerId, key, why, from, until);
  }

  public AuditQuery because(@Nullable String text) {
    return new AuditQuery(
        who, kind, acts, recordType, recordId, customerId, field, text, from, until);
  }

  public AuditQuery between(@Nullable Instant begin, @Nullable Instant end) {
    return new AuditQuery(
        who, kind, acts, recordType, recordId, customerId, field, why, begin, end);
  }

  /** Whether an entry must be looked into, because no index says what it holds. */
  public boolean looksInside() {
    return field != null || why != null || kind != null;
  }
}

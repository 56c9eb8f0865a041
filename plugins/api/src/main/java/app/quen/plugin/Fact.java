package app.quen.plugin;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that has happened to a record.
 *
 * @param id of this fact; the same each time it is told
 * @param type in the past tense, e.g. {@link #CUSTOMER_REGISTERED}
 * @param recordType e.g. {@code customer}
 * @param recordId which one
 * @param at when it was committed, to the millisecond; UTC
 * @param actor who did it
 * @param source where the change came from, e.g. {@code import}; null if it does not say
 * @param changes of the fields that the plugin may read, in no order; others are left out, so it
 *     may be empty
 * @since 0.1
 */
public record Fact(
    UUID id,
    String type,
    String recordType,
    UUID recordId,
    Instant at,
    Actor actor,
    @Nullable String source,
    List<FieldChange> changes) {

  /** A customer is new. Its changes tell the first values. */
  public static final String CUSTOMER_REGISTERED = "CustomerRegistered";

  /** Fields of a customer have changed. */
  public static final String CUSTOMER_REVISED = "CustomerRevised";

  /** A customer was put away; it can be restored. */
  public static final String CUSTOMER_ARCHIVED = "CustomerArchived";

  /** An archived customer is back. */
  public static final String CUSTOMER_RESTORED = "CustomerRestored";

  public Fact {
    changes = List.copyOf(changes);
  }

  /** The change of this field, if it changed and the plugin may read it. */
  public Optional<FieldChange> change(String field) {
    return changes.stream().filter(change -> change.field().equals(field)).findFirst();
  }
}

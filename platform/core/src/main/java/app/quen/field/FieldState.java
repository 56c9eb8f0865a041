package app.quen.field;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A field with what those see who manage fields.
 *
 * @param ready whether it can be filtered by now: a field that has become searchable is ready when
 *     its work is done
 * @param version grows with each change of the field; 0 of a field of the core
 * @param retiredAt when the workspace retired it; null if it did not
 * @param work that runs or ran last
 */
public record FieldState(
    String recordType,
    Field field,
    boolean ready,
    int version,
    @Nullable Instant retiredAt,
    @Nullable FieldWork work) {

  /** A field that is not stored here: the core's, or a plugin's that may be off. */
  public static FieldState known(String recordType, Field field) {
    return new FieldState(recordType, field, field.searchable(), 0, null, null);
  }
}

package app.quen.field;

import jakarta.json.JsonValue;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A value that a field could not take.
 *
 * @param reason {@code type}: it did not fit the field's new type and was put aside; {@code taken}:
 *     another record has the same, and the field is unique
 */
public record Misfit(UUID recordId, JsonValue value, String reason) {

  /**
   * @param next the record to go on after; null at the end
   */
  public record Page(List<Misfit> items, @Nullable UUID next) {}
}

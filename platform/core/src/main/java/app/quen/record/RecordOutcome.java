package app.quen.record;

import app.quen.field.Problem;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of one of many.
 *
 * @param id of the record that was made; null if it was refused, or only checked
 * @param problems why it was refused
 */
public record RecordOutcome(@Nullable UUID id, List<Problem> problems) {

  public boolean refused() {
    return !problems.isEmpty();
  }
}

package app.quen.customer;

import app.quen.field.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one of many.
 *
 * @param id of the customer that was made or revised; null if it was refused, or only checked
 * @param changed whether anything was written
 * @param problems why it was refused
 */
public record CustomerOutcome(@Nullable CustomerId id, boolean changed, List<Problem> problems) {

  public boolean refused() {
    return !problems.isEmpty();
  }
}

package app.quen.importing;

import app.quen.field.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of the rows that were not taken, in the order of the file.
 *
 * @param nextCursor where the next page begins; null after the last
 */
public record RejectedRowPage(List<RejectedRow> items, @Nullable String nextCursor) {

  /**
   * A row that was not taken.
   *
   * @param row its number in the file, from 1, the header counted
   * @param values its cells as they are in the file
   */
  public record RejectedRow(long row, List<Problem> reasons, List<String> values) {}
}

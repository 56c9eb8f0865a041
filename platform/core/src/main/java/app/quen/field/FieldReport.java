package app.quen.field;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which fields are used.
 *
 * @param since from which day on a use counts
 * @param countedOn when the filled ones were last counted; null if never
 * @param counting whether they are being counted now
 * @param records how many records there were then
 */
public record FieldReport(
    LocalDate since,
    @Nullable LocalDate countedOn,
    boolean counting,
    long records,
    List<Item> items) {

  /**
   * A field of the workspace or of a plugin.
   *
   * @param filled how many records had a value when they were counted; null: not counted yet
   * @param writtenOn the day on which somebody last gave it a value, and so on; null: not since use
   *     is noted
   * @param unused whether nobody has used it in any way since, though it was there
   */
  public record Item(
      FieldState field,
      @Nullable Long filled,
      @Nullable LocalDate writtenOn,
      @Nullable LocalDate readOn,
      @Nullable LocalDate filteredOn,
      @Nullable LocalDate sortedOn,
      @Nullable LocalDate exportedOn,
      boolean unused) {}
}

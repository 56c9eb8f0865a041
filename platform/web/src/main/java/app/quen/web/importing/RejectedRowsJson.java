package app.quen.web.importing;

import app.quen.importing.RejectedRowPage;
import app.quen.web.problem.ProblemJson;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The rows that were not taken, and why. */
@Schema(name = "RejectedRows")
public record RejectedRowsJson(
    List<Row> items,
    @Schema(description = "For cursor=; null on the last page.") @Nullable String nextCursor) {

  static RejectedRowsJson of(RejectedRowPage page, String language) {
    return new RejectedRowsJson(
        page.items().stream().map(row -> Row.of(row, language)).toList(), page.nextCursor());
  }

  /** A row that was not taken. */
  @Schema(name = "RejectedRow")
  public record Row(
      @Schema(description = "Its place in the file, from 1, the heading counted.") long row,
      List<ProblemJson.FieldError> reasons,
      @Schema(description = "The row as written.") List<String> values) {

    static Row of(RejectedRowPage.RejectedRow row, String language) {
      return new Row(
          row.row(),
          row.reasons().stream()
              .map(
                  reason ->
                      new ProblemJson.FieldError(
                          reason.field(), reason.code(), reason.message().in(language)))
              .toList(),
          row.values());
    }
  }
}

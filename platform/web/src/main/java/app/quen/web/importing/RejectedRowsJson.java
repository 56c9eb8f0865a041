package app.quen.web.importing;

import app.quen.web.problem.ProblemJson;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The rows that were not taken, and why. */
@Schema(name = "RejectedRows")
public record RejectedRowsJson(
    List<Row> items,
    @Schema(description = "For cursor=; null on the last page.") @Nullable String nextCursor) {

  /** A row that was not taken. */
  @Schema(name = "RejectedRow")
  public record Row(
      @Schema(description = "Its place in the file, from 1, the heading counted.") long row,
      List<ProblemJson.FieldError> reasons,
      @Schema(description = "The row as written.") List<String> values) {}
}

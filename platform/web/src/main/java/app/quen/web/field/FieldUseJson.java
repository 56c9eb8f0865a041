package app.quen.web.field;

import app.quen.field.FieldReport;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which fields are used. */
@Schema(name = "FieldUsage")
public record FieldUseJson(
    LocalDate since,
    @Schema(description = "When the filled ones were last counted; null: never.")
        @Nullable LocalDate countedOn,
    boolean counting,
    @Schema(description = "How many records there were when they were counted.") long records,
    List<ItemJson> items) {

  /** A field of the workspace or of a plugin. */
  @Schema(name = "FieldUsageItem")
  public record ItemJson(
      FieldJson field,
      @Schema(description = "How many records have a value; null: not counted yet.")
          @Nullable Long filled,
      @Schema(description = "The day on which somebody last gave it a value.")
          @Nullable LocalDate writtenOn,
      @Schema(description = "The day on which somebody last opened a record with a value.")
          @Nullable LocalDate readOn,
      @Nullable LocalDate filteredOn,
      @Nullable LocalDate sortedOn,
      @Nullable LocalDate exportedOn,
      @Schema(description = "Nobody has used it in any way since then, though it was there.")
          boolean unused) {}

  static FieldUseJson of(FieldReport report) {
    return new FieldUseJson(
        report.since(),
        report.countedOn(),
        report.counting(),
        report.records(),
        report.items().stream()
            .map(
                item ->
                    new ItemJson(
                        FieldJson.of(item.field()),
                        item.filled(),
                        item.writtenOn(),
                        item.readOn(),
                        item.filteredOn(),
                        item.sortedOn(),
                        item.exportedOn(),
                        item.unused()))
            .toList());
  }
}

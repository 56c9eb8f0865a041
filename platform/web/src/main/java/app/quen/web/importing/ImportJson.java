package app.quen.web.importing;

import app.quen.importing.ImportView;
import app.quen.importing.model.ImportColumn;
import app.quen.text.Text;
import app.quen.web.ActorJson;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A spreadsheet on its way in. */
@Schema(name = "Import", description = "A spreadsheet on its way in.")
public record ImportJson(
    UUID id,
    @Schema(
            enumeration = {"customer", "order"},
            description = "What its rows become; of an order each row is a line.")
        String record,
    @Schema(examples = "khach-hang.csv") String fileName,
    @Schema(description = "Bytes.") long size,
    @Schema(
            enumeration = {
              "uploaded",
              "checking",
              "checked",
              "running",
              "paused",
              "completed",
              "cancelled",
              "failed"
            })
        String state,
    @Schema(
            description = "Detected, or as the mapping says; null for a workbook.",
            examples = "UTF-8")
        @Nullable String encoding,
    @Schema(description = "Null for a workbook.", examples = ";") @Nullable String delimiter,
    @Schema(description = "Whether the first row holds headings.") boolean header,
    @Schema(description = "The sheet of a workbook that is read.") @Nullable String sheet,
    List<Column> columns,
    @Schema(description = "The first rows as written.") List<List<String>> preview,
    @Schema(ref = "MatchIdentifier") List<String> match,
    @Schema(ref = "OnMatch") String onMatch,
    @Schema(ref = "OnNew") String onNew,
    @Schema(description = "Null: the source of who runs the import.") @Nullable UUID sourceId,
    Progress progress,
    @Schema(description = "What the dry run said; null before it.") @Nullable Check check,
    @Schema(description = "What was done; null before the job has ended.") @Nullable Result result,
    @Schema(description = "Why it failed, for people.") @Nullable String failure,
    Instant createdAt,
    ActorJson createdBy,
    @Nullable Instant finishedAt) {

  static ImportJson of(ImportView view, String language) {
    var progress = view.progress();
    return new ImportJson(
        view.id(),
        view.record(),
        view.fileName(),
        view.size(),
        view.state(),
        view.encoding(),
        view.delimiter(),
        view.header(),
        view.sheet(),
        view.columns().stream().map(Column::of).toList(),
        view.preview(),
        view.match(),
        view.onMatch(),
        view.onNew(),
        view.sourceId(),
        new Progress(
            progress.rowsDone(), progress.rowsTotal(), progress.startedAt(), progress.etaSeconds()),
        Check.of(view.check(), language),
        Result.of(view.result()),
        in(language, view.failure()),
        view.createdAt(),
        ActorJson.of(view.createdBy()),
        view.finishedAt());
  }

  private static @Nullable String in(String language, @Nullable Text text) {
    return text == null ? null : text.in(language);
  }

  /** A column of the file. */
  @Schema(name = "ImportColumn")
  public record Column(
      @Schema(description = "From 0.") int index,
      @Nullable String heading,
      @Schema(description = "The type that its values look like.", examples = "date") String type,
      List<String> samples,
      @Schema(description = "The field it goes to; null: nowhere.") @Nullable String field,
      @Nullable String suggestedField) {

    static Column of(ImportColumn column) {
      return new Column(
          column.index(),
          column.heading(),
          column.type(),
          column.samples(),
          column.field(),
          column.suggestedField());
    }
  }

  /** How far the job is. */
  @Schema(name = "ImportProgress")
  public record Progress(
      long rowsDone,
      @Nullable Long rowsTotal,
      @Nullable Instant startedAt,
      @Schema(description = "Seconds until it is done, estimated.") @Nullable Long etaSeconds) {}

  /** What a dry run says would happen. */
  @Schema(name = "ImportCheck")
  public record Check(long create, long update, long skip, long reject, List<Example> examples) {

    static @Nullable Check of(ImportView.@Nullable Check check, String language) {
      return check == null
          ? null
          : new Check(
              check.create(),
              check.update(),
              check.skip(),
              check.reject(),
              check.examples().stream().map(example -> Example.of(example, language)).toList());
    }
  }

  /** What would happen to one row. */
  @Schema(name = "ImportExample")
  public record Example(
      long row,
      @Schema(enumeration = {"create", "update", "skip", "reject"}) String action,
      @Nullable String name,
      @Nullable String reason) {

    static Example of(ImportView.Example example, String language) {
      return new Example(
          example.row(), example.action(), example.name(), in(language, example.reason()));
    }
  }

  /** What a job did. */
  @Schema(name = "ImportResult")
  public record Result(long created, long updated, long skipped, long rejected) {

    static @Nullable Result of(ImportView.@Nullable Result result) {
      return result == null
          ? null
          : new Result(result.created(), result.updated(), result.skipped(), result.rejected());
    }
  }

  /** A page of imports. */
  @Schema(name = "Imports")
  public record PageJson(
      List<ImportJson> items,
      @Schema(description = "For cursor=; null on the last page.") @Nullable String nextCursor) {}
}

package app.quen.web.export;

import app.quen.exporting.ExportFile.Format;
import app.quen.exporting.ExportView;
import app.quen.exporting.StartExport.Plan;
import app.quen.web.ActorJson;
import app.quen.web.FileAnswer;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A file that is made, or was. */
@Schema(name = "Export", description = "A file that is made by a job and kept for a day.")
public record ExportJson(
    UUID id,
    @Schema(ref = "RecordType") String record,
    @Schema(enumeration = {"csv", "xlsx", "json"}) String format,
    @Schema(enumeration = {"running", "completed", "cancelled", "failed", "expired"}) String state,
    ProgressJson progress,
    @Nullable String fileName,
    @Schema(description = "Bytes, once it is completed.") @Nullable Long size,
    @Schema(description = "Why it failed, for people.") @Nullable String failure,
    Instant createdAt,
    ActorJson createdBy,
    @Nullable Instant finishedAt,
    @Schema(description = "When the file goes.") @Nullable Instant expiresAt) {

  static ExportJson of(ExportView view, String language) {
    return new ExportJson(
        view.id(),
        view.record(),
        view.format(),
        view.state(),
        new ProgressJson(view.done()),
        view.fileName(),
        view.size(),
        view.failure() == null ? null : view.failure().in(language),
        view.createdAt(),
        ActorJson.of(view.createdBy()),
        view.finishedAt(),
        view.expiresAt());
  }

  /** How far the job is. */
  @Schema(name = "ExportProgress")
  public record ProgressJson(long rowsDone) {}

  /** What the caller has asked for. */
  @Schema(name = "Exports")
  public record ListJson(List<ExportJson> items) {}

  /** What is to be given out. */
  @Schema(
      name = "NewExport",
      examples =
          """
          {"record": "customer", "format": "xlsx", "query": {"filters": ["tags:eq:vip"]},
           "columns": ["name", "phones", "stage"]}\
          """)
  public record NewJson(
      @Schema(ref = "RecordType") @Nullable String record,
      @Schema(enumeration = {"csv", "xlsx", "json"}) String format,
      @Schema(ref = "ListQuery") @Nullable JsonObject query,
      @Schema(description = "Field keys; absent or empty: all. Not for orders.")
          @Nullable List<String> columns) {

    Plan toPlan(String language) {
      return new Plan(
          record == null ? "customer" : record,
          query == null ? JsonValue.EMPTY_JSON_OBJECT : query,
          columns == null ? List.of() : columns,
          format.equals("json") ? Format.JSON : FileAnswer.format(format),
          language);
    }
  }
}

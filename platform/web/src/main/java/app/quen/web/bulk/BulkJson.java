package app.quen.web.bulk;

import app.quen.bulk.BulkView;
import app.quen.bulk.BulkView.Note;
import app.quen.field.Problem;
import app.quen.web.ActorJson;
import app.quen.web.customer.HistoryJson;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A bulk edit, or the undoing of one or of an import. */
@Schema(name = "Bulk", description = "A bulk edit, or the undoing of one or of an import.")
public record BulkJson(
    UUID id,
    @Schema(enumeration = {"edit", "hand-over", "undo-bulk", "undo-import"}) String kind,
    @Schema(ref = "RecordType") String record,
    @Schema(description = "What is undone.") @Nullable UUID of,
    @Schema(description = "Whose it is that is handed over.") @Nullable UUID from,
    @Schema(description = "The name of the file whose import is undone.") @Nullable String title,
    @Schema(enumeration = {"draft", "running", "completed", "cancelled", "failed"}) String state,
    @Schema(ref = "ListQuery") @Nullable JsonObject query,
    @Schema(description = "A merge patch on each record; null of an undoing.")
        @Nullable JsonObject change,
    @Schema(description = "Of customers.") List<String> addTags,
    List<String> removeTags,
    @Nullable PreviewJson preview,
    ProgressJson progress,
    ResultJson result,
    @Schema(description = "Why it failed, for people.") @Nullable String failure,
    Instant createdAt,
    ActorJson createdBy,
    @Nullable Instant finishedAt) {

  static BulkJson of(
      BulkView view, BulkView.@Nullable Preview preview, List<Note> kept, String language) {
    return new BulkJson(
        view.id(),
        view.kind(),
        view.record(),
        view.of(),
        view.plan().get("from") instanceof JsonString from
            ? UUID.fromString(from.getString())
            : null,
        view.title(),
        view.state(),
        object(view.plan(), "query"),
        object(view.plan(), "change"),
        texts(view.plan(), "addTags"),
        texts(view.plan(), "removeTags"),
        PreviewJson.of(preview, view.record(), language),
        new ProgressJson(
            view.progress().done(), view.progress().total(), view.progress().startedAt()),
        ResultJson.of(view, kept, language),
        view.failure() == null ? null : view.failure().in(language),
        view.createdAt(),
        ActorJson.of(view.createdBy()),
        view.finishedAt());
  }

  private static @Nullable JsonObject object(JsonObject plan, String name) {
    return plan.get(name) instanceof JsonObject object ? object : null;
  }

  private static List<String> texts(JsonObject plan, String name) {
    return plan.get(name) instanceof JsonArray texts
        ? texts.getValuesAs(JsonString::getString)
        : List.of();
  }

  /** The last runs of somebody. */
  @Schema(name = "Bulks")
  public record ListJson(List<BulkJson> items) {}

  /** What an edit would do. */
  @Schema(name = "BulkPreview")
  public record PreviewJson(
      @Schema(description = "How many records it concerns.") long count,
      @Schema(description = "False: an estimate.") boolean exact,
      @Schema(
              description =
                  "How many of them were looked at for the other figures: up to 1,200 customers, or"
                      + " 200 other records.")
          long examined,
      long changed,
      long unchanged,
      long refused,
      List<SampleJson> samples,
      @Schema(description = "The first that would be refused, and why.") List<NoteJson> refusals) {

    static @Nullable PreviewJson of(
        BulkView.@Nullable Preview preview, String record, String language) {
      return preview == null
          ? null
          : new PreviewJson(
              preview.count(),
              preview.exact(),
              preview.examined(),
              preview.changed(),
              preview.unchanged(),
              preview.refused(),
              preview.samples().stream().map(sample -> SampleJson.of(sample, record)).toList(),
              preview.refusals().stream().map(note -> NoteJson.of(note, language)).toList());
    }
  }

  /** One record before and after. */
  @Schema(name = "BulkSample")
  public record SampleJson(
      UUID recordId,
      @Schema(description = "The same, of a customer; else null.") @Nullable UUID customerId,
      String name,
      List<HistoryJson.Change> changes) {

    static SampleJson of(BulkView.Sample sample, String record) {
      return new SampleJson(
          sample.recordId(),
          record.equals("customer") ? sample.recordId() : null,
          sample.name(),
          sample.changes().getValuesAs(JsonObject.class).stream()
              .map(
                  change ->
                      new HistoryJson.Change(
                          change.getString("field"),
                          change.getOrDefault("before", JsonValue.NULL),
                          change.getOrDefault("after", JsonValue.NULL)))
              .toList());
    }
  }

  /** Why a record was left alone, or which of its values stay. */
  @Schema(name = "BulkNote")
  public record NoteJson(
      @Schema(ref = "RecordType") String record,
      UUID recordId,
      @Schema(description = "The same, of a customer; else null.") @Nullable UUID customerId,
      String name,
      @Schema(description = "The field's key; * for the whole record.") String field,
      @Schema(examples = "changed-since") String code,
      @Schema(description = "For people.") String reason) {

    static NoteJson of(Note note, String language) {
      Problem problem = note.problems().getFirst();
      return new NoteJson(
          note.record(),
          note.recordId(),
          note.record().equals("customer") ? note.recordId() : null,
          note.name(),
          problem.field(),
          problem.code(),
          problem.message().in(language));
    }
  }

  /** A page of what was left alone. */
  @Schema(name = "BulkNotes")
  public record NotesJson(
      List<NoteJson> items,
      @Schema(description = "For cursor=; null on the last page.") @Nullable String nextCursor) {}

  /** How far the job is, in records. */
  @Schema(name = "BulkProgress")
  public record ProgressJson(
      long done,
      @Schema(description = "Null until they are gathered.") @Nullable Long total,
      @Nullable Instant startedAt) {}

  /** What was done so far. */
  @Schema(name = "BulkResult")
  public record ResultJson(
      @Schema(description = "Records that an edit changed or that were handed over.") long changed,
      long unchanged,
      @Schema(description = "Records that an edit left alone.") long refused,
      @Schema(description = "Records whose values an undoing gave back.") long restored,
      @Schema(
              description =
                  "What the import had made, now in the trash: customers and other records.")
          long deleted,
      @Schema(
              description =
                  "The first 50 that an undoing kept, in the answer to one run; all are at"
                      + " /bulk/{id}/notes.")
          List<NoteJson> kept,
      @Schema(description = "How many an undoing kept.") long keptCount) {

    static ResultJson of(BulkView view, List<Note> kept, String language) {
      BulkView.Result result = view.result();
      boolean edit = !view.kind().startsWith("undo-");
      return new ResultJson(
          edit ? result.changed() : 0,
          result.unchanged(),
          edit ? result.refused() : 0,
          edit ? 0 : result.changed(),
          result.trashed(),
          edit ? List.of() : kept.stream().map(note -> NoteJson.of(note, language)).toList(),
          edit ? 0 : result.refused());
    }
  }
}

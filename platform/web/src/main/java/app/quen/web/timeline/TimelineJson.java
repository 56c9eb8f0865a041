package app.quen.web.timeline;

import app.quen.timeline.TimelineEntry;
import app.quen.timeline.TimelineFiles.Attached;
import app.quen.timeline.TimelinePage;
import app.quen.web.ActorJson;
import app.quen.web.record.RecordHistoryJson;
import app.quen.web.record.RecordHistoryJson.ChangedJson;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What happened with a customer, newest first. */
@Schema(name = "Timeline")
public record TimelineJson(
    List<EntryJson> items,
    @Schema(description = "For cursor=; null on the last page.") @Nullable String nextCursor) {

  /** Kept: the methods of Json look the provider up at each call. */
  private static final JsonProvider JSON = JsonProvider.provider();

  /** A page as JSON of this shape: entries are many, and their records are JSON already. */
  static JsonObject of(TimelinePage page) {
    var items = JSON.createArrayBuilder();
    page.items()
        .forEach(
            entry ->
                items.add(EntryJson.of(entry, page.files().getOrDefault(entry.id(), List.of()))));
    return JSON.createObjectBuilder()
        .add("items", items)
        .add("nextCursor", text(page.nextCursor()))
        .build();
  }

  private static JsonValue text(@Nullable String text) {
    return text == null ? JsonValue.NULL : JSON.createValue(text);
  }

  /** One thing that happened. */
  @Schema(name = "TimelineEntry")
  public record EntryJson(
      @Schema(enumeration = {"order", "interaction", "feedback", "task", "change", "consent"})
          String kind,
      UUID id,
      Instant at,
      ActorJson actor,
      @Schema(
              description =
                  "Of a change the fact that was told, such as CustomerRevised; else what it is"
                      + " more closely, such as call or complaint.")
          String type,
      @Schema(
              type = SchemaType.OBJECT,
              description =
                  "The record as its own address shows it, without what is empty; of a change"
                      + " recordType, id and what it is called.")
          JsonObject record,
      @Schema(description = "Null where something was added.") @Nullable List<ChangedJson> changes,
      @Schema(description = "Where a change came from, such as an import.") @Nullable String source,
      @Schema(description = "Those at the record, the first first.") List<FileJson> files) {

    /** A file at the record of an entry. */
    @Schema(name = "TimelineFile")
    public record FileJson(@Schema(description = "Of the attachment.") UUID id, String fileName) {}

    static JsonObjectBuilder of(TimelineEntry entry, List<Attached> attached) {
      var files = JSON.createArrayBuilder();
      for (Attached file : attached) {
        files.add(
            JSON.createObjectBuilder()
                .add("id", file.id().toString())
                .add("fileName", file.fileName()));
      }
      var actor = ActorJson.of(entry.actor());
      var change = entry.change();
      return JSON.createObjectBuilder()
          .add("kind", entry.kind())
          .add("id", entry.id().toString())
          .add("at", entry.at().toString())
          .add(
              "actor",
              JSON.createObjectBuilder()
                  .add("kind", actor.kind())
                  .add("id", text(Objects.toString(actor.id(), null)))
                  .add("name", actor.name()))
          .add("type", entry.type())
          .add("record", entry.record())
          .add("changes", change == null ? JsonValue.NULL : changes(change))
          .add("source", text(change == null ? null : RecordHistoryJson.sourceOf(change)))
          .add("files", files);
    }

    private static JsonValue changes(JsonObject change) {
      var changes = JSON.createArrayBuilder();
      for (ChangedJson changed : RecordHistoryJson.changesOf(change)) {
        changes.add(
            JSON.createObjectBuilder()
                .add("field", changed.field())
                .add("before", changed.before())
                .add("after", changed.after()));
      }
      return changes.build();
    }
  }
}

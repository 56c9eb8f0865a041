package app.quen.web.timeline;

import app.quen.timeline.TimelineEntry;
import app.quen.timeline.TimelinePage;
import app.quen.web.ActorJson;
import app.quen.web.record.RecordHistoryJson;
import app.quen.web.record.RecordHistoryJson.ChangedJson;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What happened with a customer, newest first. */
@Schema(name = "Timeline")
public record TimelineJson(
    List<EntryJson> items,
    @Schema(description = "For cursor=; null on the last page.") @Nullable String nextCursor) {

  static TimelineJson of(TimelinePage page) {
    return new TimelineJson(page.items().stream().map(EntryJson::of).toList(), page.nextCursor());
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
      @Schema(description = "Where a change came from, such as an import.")
          @Nullable String source) {

    static EntryJson of(TimelineEntry entry) {
      var change = entry.change();
      return new EntryJson(
          entry.kind(),
          entry.id(),
          entry.at(),
          ActorJson.of(entry.actor()),
          entry.type(),
          entry.record(),
          change == null ? null : RecordHistoryJson.changesOf(change),
          change == null ? null : RecordHistoryJson.sourceOf(change));
    }
  }
}

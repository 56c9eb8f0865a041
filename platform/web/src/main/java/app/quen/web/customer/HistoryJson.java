package app.quen.web.customer;

import app.quen.history.HistoryEntry;
import app.quen.history.HistoryPage;
import app.quen.web.ActorJson;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What happened to a customer, newest first. */
@Schema(name = "CustomerHistory")
public record HistoryJson(
    List<Entry> items,
    @Schema(description = "For cursor=; null on the last page.") @Nullable String nextCursor) {

  static HistoryJson of(HistoryPage page) {
    return new HistoryJson(page.items().stream().map(Entry::of).toList(), page.nextCursor());
  }

  /** One thing that happened. */
  @Schema(name = "HistoryEntry")
  public record Entry(
      UUID id,
      Instant at,
      ActorJson actor,
      @Schema(
              enumeration = {
                "CustomerRegistered",
                "CustomerRevised",
                "CustomerArchived",
                "CustomerRestored",
                "CustomerTrashed"
              })
          String type,
      @Schema(description = "Where it came from, such as an import.") @Nullable String source,
      List<Change> changes) {

    static Entry of(HistoryEntry entry) {
      return new Entry(
          entry.id(),
          entry.at(),
          ActorJson.of(entry.actor()),
          entry.type(),
          entry.source(),
          entry.changes().stream()
              .map(change -> new Change(change.field(), change.before(), change.after()))
              .toList());
    }
  }

  /** A field that changed. */
  @Schema(name = "FieldChange")
  public record Change(
      @Schema(description = "The field's key.", examples = "occupation") String field,
      @Schema(ref = "AnyValue") @Nullable JsonValue before,
      @Schema(ref = "AnyValue") @Nullable JsonValue after) {}
}

package app.quen.web.record;

import app.quen.record.RecordChange;
import app.quen.web.ActorJson;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What changed in a record after it was made, newest first. */
@Schema(name = "RecordHistory")
public record RecordHistoryJson(List<Entry> items) {

  public static RecordHistoryJson of(List<RecordChange> changes) {
    return new RecordHistoryJson(changes.stream().map(Entry::of).toList());
  }

  /** One change. */
  @Schema(name = "RecordChange")
  public record Entry(
      UUID id,
      Instant at,
      ActorJson actor,
      @Schema(description = "The fact that was told.", examples = "FeedbackRevised") String type,
      @Schema(description = "Where it came from, such as an import.") @Nullable String source,
      List<ChangedJson> changes) {

    static Entry of(RecordChange change) {
      return new Entry(
          change.id(),
          change.at(),
          ActorJson.of(change.actor()),
          change.type(),
          sourceOf(change.payload()),
          changesOf(change.payload()));
    }
  }

  /** A field of a record that changed. */
  @Schema(name = "ChangedField")
  public record ChangedJson(
      String field,
      @Schema(ref = "AnyValue") @Nullable JsonValue before,
      @Schema(ref = "AnyValue") @Nullable JsonValue after) {}

  /** A source's name says more than its kind. */
  public static @Nullable String sourceOf(JsonObject payload) {
    return payload.get("source") instanceof JsonObject source
        ? source.getString("name", source.getString("kind", null))
        : null;
  }

  public static List<ChangedJson> changesOf(JsonObject payload) {
    var changes = payload.getJsonArray("changes");
    return changes == null
        ? List.of()
        : changes.getValuesAs(JsonObject.class).stream()
            .map(
                change ->
                    new ChangedJson(
                        change.getString("field"),
                        change.getOrDefault("before", JsonValue.NULL),
                        change.getOrDefault("after", JsonValue.NULL)))
            .toList();
  }
}

package app.quen.web.order;

import app.quen.web.ActorJson;
import app.quen.web.json.Whole;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What happened to an order, newest first. */
@Schema(name = "OrderHistory")
public record OrderHistoryJson(List<Entry> items) {

  /**
   * @param history oldest first
   */
  static JsonObject of(JsonArray history) {
    var items = Json.createArrayBuilder();
    for (int i = history.size() - 1; i >= 0; i--) {
      var entry = history.getJsonObject(i);
      var source = entry.getJsonObject("source");
      var name = source.getString("name", source.getString("kind", ""));
      items.add(Whole.of(Json.createObjectBuilder(entry).add("source", name).build(), Entry.class));
    }
    return Json.createObjectBuilder().add("items", items).build();
  }

  /** One thing that happened. */
  @Schema(name = "OrderHistoryEntry")
  public record Entry(
      UUID id,
      Instant at,
      ActorJson actor,
      @Schema(enumeration = {"OrderPlaced", "OrderRevised", "OrderTrashed", "OrderRestored"})
          String type,
      @Schema(description = "Where it came from, such as an import.") @Nullable String source,
      List<Change> changes) {}

  /** What changed. */
  @Schema(name = "OrderChange")
  public record Change(
      @Schema(examples = "state") String field,
      @Schema(ref = "AnyValue") @Nullable JsonValue before,
      @Schema(ref = "AnyValue") @Nullable JsonValue after) {}
}

package app.quen.web.provenance;

import app.quen.provenance.Origin;
import app.quen.web.ActorJson;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where each value of a customer comes from. */
@Schema(name = "CustomerOrigins")
public record OriginsJson(
    @Schema(description = "By the key of the field.") Map<String, FieldJson> fields) {

  static OriginsJson of(Map<String, Origin.OfField> origins) {
    var fields = new LinkedHashMap<String, FieldJson>();
    origins.forEach((key, origin) -> fields.put(key, FieldJson.of(origin)));
    return new OriginsJson(fields);
  }

  /** Where a field's value comes from, and what stood there before. */
  @Schema(name = "FieldOrigin")
  public record FieldJson(
      @Schema(ref = "AnyValue") @Nullable JsonValue value,
      @Nullable SourceNameJson source,
      @Schema(description = "What is known beside the source, such as the imported file.")
          @Nullable String detail,
      Instant at,
      ActorJson actor,
      @Schema(ref = "Confidence") @Nullable String confidence,
      @Schema(description = "Older values, newest first; at most 20.") List<EarlierJson> earlier,
      @Schema(description = "Whether there are older values still.") boolean more) {

    static FieldJson of(Origin.OfField field) {
      var current = EarlierJson.of(field.current());
      return new FieldJson(
          current.value(),
          current.source(),
          current.detail(),
          current.at(),
          current.actor(),
          current.confidence(),
          field.earlier().stream().map(EarlierJson::of).toList(),
          field.more());
    }
  }

  /** A value that stood there before, and where it came from. */
  @Schema(name = "EarlierValue")
  public record EarlierJson(
      @Schema(ref = "AnyValue") @Nullable JsonValue value,
      @Nullable SourceNameJson source,
      @Nullable String detail,
      Instant at,
      ActorJson actor,
      @Schema(ref = "Confidence") @Nullable String confidence) {

    static EarlierJson of(Origin origin) {
      var source = origin.source();
      return new EarlierJson(
          origin.value(),
          source == null
              ? null
              : new SourceNameJson(source.id(), source.name(), source.kind().word()),
          origin.detail(),
          origin.at(),
          ActorJson.of(origin.actor()),
          source == null ? null : source.confidence().word());
    }
  }

  /** A source as values name it. */
  @Schema(name = "SourceName")
  public record SourceNameJson(UUID id, String name, @Schema(ref = "SourceKind") String kind) {}
}

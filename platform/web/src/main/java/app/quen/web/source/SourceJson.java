package app.quen.web.source;

import app.quen.source.SourceView;
import app.quen.web.ActorJson;
import app.quen.web.TextJson;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where data comes from. */
@Schema(name = "Source")
public record SourceJson(
    UUID id,
    @Schema(examples = "Hội chợ xuân") String name,
    @Schema(ref = "SourceKind") String kind,
    @Schema(description = "What the data is collected for.") TextJson purpose,
    @Schema(ref = "Confidence") String confidence,
    @Schema(description = "False: retired; it takes nothing new.") boolean active,
    @Schema(description = "Whether it takes what names no source; it cannot be retired.")
        boolean standard,
    @Schema(description = "The API key whose writes come from this source.")
        @Nullable UUID apiKeyId,
    Instant createdAt,
    ActorJson createdBy,
    Instant updatedAt,
    ActorJson updatedBy,
    int version) {

  static SourceJson of(SourceView source) {
    return new SourceJson(
        source.id(),
        source.name(),
        source.kind().word(),
        TextJson.of(source.purpose()),
        source.confidence().word(),
        source.active(),
        source.standard(),
        source.apiKeyId(),
        source.createdAt(),
        ActorJson.of(source.createdBy()),
        source.updatedAt(),
        ActorJson.of(source.updatedBy()),
        source.version());
  }

  /** The sources of a workspace. */
  @Schema(name = "Sources")
  public record ListJson(List<SourceJson> items) {}

  /** A source to declare. */
  @Schema(
      name = "NewSource",
      examples =
          """
          {"name": "Hội chợ xuân", "kind": "form",
           "purpose": {"vi": "Tư vấn sản phẩm", "en": "Advising on products"}}\
          """)
  public record NewJson(
      String name,
      @Schema(ref = "SourceKind") String kind,
      TextJson purpose,
      @Schema(ref = "Confidence") @Nullable String confidence,
      @Schema(description = "Of a source of the kind api.") @Nullable UUID apiKeyId) {}

  /** A change of a source; what is absent stays. */
  @Schema(
      name = "SourcePatch",
      examples =
          """
          {"active": false}\
          """)
  public record PatchJson(
      @Nullable String name,
      @Nullable TextJson purpose,
      @Schema(ref = "Confidence") @Nullable String confidence,
      @Nullable Boolean active,
      @Schema(description = "Null: no key any more.") @Nullable UUID apiKeyId) {}
}

package app.quen.web.consent;

import app.quen.consent.ConsentChannel;
import app.quen.consent.Purpose;
import app.quen.web.ActorJson;
import app.quen.web.TextJson;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a workspace asks its customers' consent for. */
@Schema(name = "ConsentPurpose")
public record PurposeJson(
    UUID id,
    @Schema(examples = "marketing") String key,
    TextJson name,
    @Schema(ref = "ConsentChannel") List<String> channels,
    @Schema(description = "False: retired; nothing may be sent for it.") boolean active,
    @Schema(description = "The version of the text that is asked now.") int currentVersion,
    @Schema(description = "The text that is asked now.") TextJson text,
    @Schema(description = "All versions of the text, oldest first.") List<VersionJson> versions,
    Instant createdAt,
    ActorJson createdBy,
    Instant updatedAt,
    ActorJson updatedBy,
    int version) {

  static PurposeJson of(Purpose purpose) {
    var current = purpose.current();
    return new PurposeJson(
        purpose.id().value(),
        purpose.key(),
        TextJson.of(purpose.name()),
        purpose.channels().stream().map(ConsentChannel::word).toList(),
        purpose.active(),
        current.version(),
        TextJson.of(current.text()),
        purpose.texts().stream().map(VersionJson::of).toList(),
        purpose.createdAt(),
        ActorJson.of(purpose.createdBy()),
        purpose.updatedAt(),
        ActorJson.of(purpose.updatedBy()),
        purpose.version());
  }

  /** One version of a purpose's text. */
  @Schema(name = "ConsentText")
  public record VersionJson(
      int version,
      TextJson text,
      @Schema(description = "Whether consents to the version before still hold.")
          boolean keepsConsents,
      Instant at,
      ActorJson by) {

    static VersionJson of(Purpose.Wording text) {
      return new VersionJson(
          text.version(),
          TextJson.of(text.text()),
          text.keepsConsents(),
          text.at(),
          ActorJson.of(text.by()));
    }
  }

  /** The purposes of a workspace. */
  @Schema(name = "ConsentPurposes")
  public record ListJson(List<PurposeJson> items) {}

  /** A purpose to declare. */
  @Schema(
      name = "NewConsentPurpose",
      examples =
          """
          {"key": "marketing", "name": {"vi": "Tin khuyến mãi", "en": "Offers and news"},
           "channels": ["email", "zns"],
           "text": {"vi": "Tôi đồng ý nhận tin khuyến mãi.", "en": "I agree to get offers and news."}}\
          """)
  public record NewJson(
      @Schema(description = "Absent: made from the English name. It cannot change later.")
          @Nullable String key,
      TextJson name,
      @Schema(ref = "ConsentChannel", description = "Absent: all.") @Nullable List<String> channels,
      @Schema(description = "What customers are asked: version 1.") TextJson text) {}

  /** A change of a purpose; what is absent stays. */
  @Schema(
      name = "ConsentPurposePatch",
      examples =
          """
          {"active": false}\
          """)
  public record PatchJson(
      @Nullable TextJson name,
      @Schema(ref = "ConsentChannel") @Nullable List<String> channels,
      @Nullable Boolean active) {}

  /** A new version of a purpose's text. */
  @Schema(
      name = "NewConsentText",
      examples =
          """
          {"text": {"vi": "Tôi đồng ý nhận tin và ưu đãi.", "en": "I agree to get news and offers."},
           "keepsConsents": false}\
          """)
  public record NewVersionJson(
      TextJson text,
      @Schema(
              description =
                  "Whether what was granted to the version before still holds; false: everybody has"
                      + " to be asked anew.")
          boolean keepsConsents) {}
}

package app.quen.web.consent;

import app.quen.consent.Consent;
import app.quen.consent.ConsentPage;
import app.quen.consent.ConsentStatus;
import app.quen.consent.Verdict;
import app.quen.web.ActorJson;
import app.quen.web.TextJson;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a customer granted, refused or withdrew, with the proof. */
@Schema(name = "Consent")
public record ConsentJson(
    UUID id,
    UUID purposeId,
    @Schema(ref = "ConsentChannel") String channel,
    @Schema(enumeration = {"granted", "refused", "withdrawn"}) String state,
    @Schema(description = "The version of the purpose's text.") int version,
    @Schema(description = "When the customer said so.") Instant at,
    Instant recordedAt,
    @Schema(description = "Who recorded it.") ActorJson recordedBy,
    UUID sourceId,
    @Schema(description = "The name of the source.") String source,
    ProofJson proof,
    @Nullable String note) {

  static ConsentJson of(Consent consent) {
    return new ConsentJson(
        consent.id(),
        consent.purpose().value(),
        consent.channel().word(),
        consent.state().word(),
        consent.version(),
        consent.at(),
        consent.recordedAt(),
        ActorJson.of(consent.actor()),
        consent.sourceId(),
        consent.source(),
        new ProofJson(consent.textShown(), consent.address(), consent.at()),
        consent.note());
  }

  /** How it can be shown that the customer said so. */
  @Schema(name = "ConsentProof")
  public record ProofJson(
      @Schema(description = "What the customer read or was told; needed where consent is granted.")
          @Nullable String textShown,
      @Schema(description = "The IP, e-mail address or phone number that it came from.")
          @Nullable String address,
      @Schema(description = "When the customer said so; absent: now.") @Nullable Instant at) {}

  /** What a customer said, newest first. */
  @Schema(name = "ConsentHistory")
  public record PageJson(
      List<ConsentJson> items,
      @Schema(description = "For cursor=; null on the last page.") @Nullable String nextCursor) {

    static PageJson of(ConsentPage page) {
      return new PageJson(page.items().stream().map(ConsentJson::of).toList(), page.nextCursor());
    }
  }

  /** What a customer said, to be recorded. */
  @Schema(
      name = "NewConsent",
      examples =
          """
          {"purposeId": "0192f0c1-7a3e-7c55-9b1e-2f6f1d9a0c13", "channel": "email",
           "state": "granted",
           "proof": {"textShown": "Tôi đồng ý nhận tin khuyến mãi.", "address": "203.0.113.7"}}\
          """)
  public record NewJson(
      UUID purposeId,
      @Schema(ref = "ConsentChannel") String channel,
      @Schema(enumeration = {"granted", "refused", "withdrawn"}) String state,
      @Schema(description = "Absent: the version whose text was shown.") @Nullable Integer version,
      @Schema(description = "Absent: that of the API key, else the one of its way.")
          @Nullable UUID sourceId,
      @Nullable ProofJson proof,
      @Nullable String note) {}

  /** What holds for one purpose and channel. */
  @Schema(name = "ConsentStatus")
  public record StatusJson(
      UUID purposeId,
      @Schema(description = "The purpose's key.") String purpose,
      @Schema(ref = "ConsentChannel") String channel,
      @Schema(
              enumeration = {"granted", "refused", "withdrawn", "missing"},
              description = "What the customer said last.")
          String state,
      @Schema(description = "Whether something may be sent now.") boolean allowed,
      @Schema(ref = "ConsentReason") String reason,
      @Nullable Integer version,
      @Nullable Instant at,
      @Nullable UUID sourceId,
      @Nullable String source,
      @Nullable ProofJson proof,
      @Schema(description = "Who recorded it.") @Nullable ActorJson recordedBy) {

    static StatusJson of(ConsentStatus status) {
      var verdict = status.verdict();
      var said = verdict.proof();
      return new StatusJson(
          status.purpose().id().value(),
          status.purpose().key(),
          status.channel().word(),
          said == null ? "missing" : said.state().word(),
          verdict.allowed(),
          verdict.reason().word(),
          said == null ? null : said.version(),
          said == null ? null : said.at(),
          said == null ? null : said.sourceId(),
          said == null ? null : said.source(),
          said == null ? null : of(said).proof(),
          said == null ? null : ActorJson.of(said.actor()));
    }

    private static ConsentJson of(Consent consent) {
      return ConsentJson.of(consent);
    }
  }

  /** What holds for a customer. */
  @Schema(name = "CustomerConsents")
  public record ListJson(List<StatusJson> items) {}

  /** Whether something may be sent. */
  @Schema(name = "ConsentVerdict")
  public record VerdictJson(
      boolean allowed,
      @Schema(ref = "ConsentReason") String reason,
      @Schema(description = "The reason, for people.") TextJson message,
      @Schema(description = "What the customer said last; null: nothing.")
          @Nullable ConsentJson proof) {

    static VerdictJson of(Verdict verdict) {
      var proof = verdict.proof();
      return new VerdictJson(
          verdict.allowed(),
          verdict.reason().word(),
          TextJson.of(verdict.reason().text()),
          proof == null ? null : ConsentJson.of(proof));
    }
  }
}

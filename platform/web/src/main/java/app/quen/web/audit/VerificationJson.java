package app.quen.web.audit;

import app.quen.audit.AuditEntry;
import app.quen.audit.TrailReport;
import app.quen.web.ActorJson;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How the trail was found when it was held against its hashes and checkpoints. */
@Schema(name = "TrailVerification")
public record VerificationJson(
    boolean whole,
    @Schema(description = "How many entries were read, from the first one on.") long entries,
    @Schema(description = "Up to which entry the last checkpoint vouches; 0 where there is none.")
        long sealed,
    @Nullable Instant sealedAt,
    @Schema(description = "Where it is broken: the first hundred places.") List<BreakJson> breaks) {

  static final String WHOLE = "TrailVerified";
  static final String BROKEN = "TrailFoundBroken";

  static VerificationJson of(TrailReport report) {
    return new VerificationJson(
        report.whole(),
        report.entries(),
        report.sealed(),
        report.sealedAt(),
        report.breaks().stream().map(BreakJson::of).toList());
  }

  /** One place where it is broken. */
  @Schema(name = "TrailBreak")
  public record BreakJson(
      long seq,
      @Schema(
              enumeration = {
                "changed",
                "unlinked",
                "missing",
                "cut",
                "head",
                "seal",
                "forged",
                "keys",
                "unsealed"
              })
          String kind) {

    static BreakJson of(TrailReport.Break found) {
      return new BreakJson(found.sequence(), found.kind().name().toLowerCase(Locale.ROOT));
    }
  }

  /** When somebody last held it against its hashes and checkpoints. */
  @Schema(name = "LastTrailVerification")
  public record LastJson(@Schema(description = "Null: nobody has yet.") @Nullable SaidJson last) {

    static LastJson of(List<AuditEntry> found) {
      return new LastJson(found.isEmpty() ? null : SaidJson.of(found.getFirst()));
    }
  }

  /** What the trail says of it itself. */
  @Schema(name = "SaidVerification")
  public record SaidJson(
      @Schema(description = "The entry that says so; all before it were read.") long seq,
      Instant at,
      ActorJson by,
      boolean whole) {

    static SaidJson of(AuditEntry entry) {
      return new SaidJson(
          entry.sequence(), entry.at(), ActorJson.of(entry.actor()), entry.act().equals(WHOLE));
    }
  }
}

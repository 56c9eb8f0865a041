package app.quen.web.team;

import app.quen.team.OwnSight;
import app.quen.team.ShareDraft;
import app.quen.team.ShareView;
import app.quen.team.SightExplained;
import app.quen.web.ActorJson;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A single record that somebody sees beyond their reach. */
@Schema(name = "Share", description = "A single record that somebody sees beyond their reach.")
public record ShareJson(
    UUID id,
    @Schema(ref = "RecordType") String record,
    UUID recordId,
    @Schema(enumeration = {"member", "team"}) String toKind,
    UUID toId,
    @Schema(enumeration = {"read", "write"}) String level,
    @Schema(description = "Absent: until it is taken back.") @Nullable Instant until,
    Instant createdAt,
    ActorJson createdBy) {

  /** Kept: the methods of Json look the provider up at each call. */
  private static final JsonProvider JSON = JsonProvider.provider();

  static ShareJson of(ShareView share) {
    return new ShareJson(
        share.id(),
        share.recordType(),
        share.recordId(),
        share.toKind(),
        share.toId(),
        share.level(),
        share.until(),
        share.createdAt(),
        ActorJson.of(share.createdBy()));
  }

  /** With whom a record is shared. */
  @Schema(name = "Shares")
  public record ListJson(List<ShareJson> items) {}

  /** What a client gives to share a record. */
  @Schema(
      name = "NewShare",
      examples =
          """
          {"toKind": "member", "toId": "0192aaaa-0000-7000-8000-000000000002", "level": "read",
           "until": "2027-01-31T17:00:00Z"}\
          """)
  public record NewJson(
      @Schema(enumeration = {"member", "team"}) String toKind,
      UUID toId,
      @Schema(enumeration = {"read", "write"}) String level,
      @Nullable Instant until) {

    ShareDraft toDraft() {
      return new ShareDraft(toKind, toId, level, until);
    }
  }

  /** What a member sees of a record, and why. */
  @Schema(name = "Sight", description = "What a member sees of a record, and why.")
  public record SightJson(
      UUID member,
      String name,
      @Schema(ref = "Role") String role,
      boolean sees,
      @Schema(
              description =
                  "owner-role, reach-all, own, team, team-below, shared, of-customer; empty where"
                      + " they do not see it.")
          List<String> reasons,
      @Schema(description = "By field key: hidden, masked, read or write.") JsonObject fields) {

    static SightJson of(SightExplained sight) {
      JsonObjectBuilder fields = JSON.createObjectBuilder();
      sight.fields().forEach((key, said) -> fields.add(key, said.word()));
      return new SightJson(
          sight.member(),
          sight.name(),
          sight.role(),
          sight.sees(),
          sight.reasons(),
          fields.build());
    }
  }

  /** What the caller sees of a type of record. */
  @Schema(name = "OwnSight")
  public record OwnSightJson(
      @Schema(description = "Whether all records of the type are seen.") boolean everyRow,
      @Schema(description = "By field key: hidden, masked, read or write.") JsonObject fields) {

    static OwnSightJson of(OwnSight sight) {
      JsonObjectBuilder fields = JSON.createObjectBuilder();
      sight.fields().forEach((key, said) -> fields.add(key, said.word()));
      return new OwnSightJson(sight.everyRow(), fields.build());
    }
  }

  /** Who sees a record. */
  @Schema(name = "Sights")
  public record SightsJson(List<SightJson> items) {}
}

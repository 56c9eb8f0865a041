package app.quen.web.team;

import app.quen.team.TeamView;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Some members who belong together. */
@Schema(name = "Team", description = "Some members who belong together.")
public record TeamJson(
    UUID id,
    @Schema(description = "The team above; absent at the top.") @Nullable UUID parentId,
    String name,
    @Schema(description = "Ids of members.") List<UUID> members,
    int version) {

  static TeamJson of(TeamView team) {
    return new TeamJson(team.id(), team.parentId(), team.name(), team.members(), team.version());
  }

  /** All teams of the workspace. */
  @Schema(name = "Teams")
  public record ListJson(List<TeamJson> items) {}

  /** What a client gives to add or change a team. */
  @Schema(
      name = "TeamDraft",
      examples = "{\"name\": \"Chi nhánh Đà Nẵng\"}",
      description = "Without parentId it is at the top.")
  public record DraftJson(@Nullable UUID parentId, String name) {}

  /** Who is in a team. */
  @Schema(name = "TeamMembers")
  public record MembersJson(@Schema(description = "Ids of members.") List<UUID> members) {}
}

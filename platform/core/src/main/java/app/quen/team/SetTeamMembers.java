package app.quen.team;

import app.quen.access.Permitted;
import app.quen.database.InTransaction;
import app.quen.team.internal.Teams;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;

/** Says who is in a team. */
@ApplicationScoped
public class SetTeamMembers {

  @Inject Teams teams;

  /**
   * @throws NoSuchTeam if there is none
   * @throws app.quen.field.Invalid if somebody is no member of the workspace
   */
  @Permitted("team:manage")
  @InTransaction
  public TeamView set(UUID id, Set<UUID> members) {
    return teams.setMembers(id, members);
  }
}

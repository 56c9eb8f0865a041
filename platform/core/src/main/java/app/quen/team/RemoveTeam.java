package app.quen.team;

import app.quen.access.Permitted;
import app.quen.database.InTransaction;
import app.quen.team.internal.Teams;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Removes a team that has none below it; what was shared with it is shared no more. */
@ApplicationScoped
public class RemoveTeam {

  @Inject Teams teams;

  /**
   * @throws NoSuchTeam if there is none
   * @throws app.quen.field.Invalid if there are teams below it
   */
  @Permitted("team:manage")
  @InTransaction
  public void remove(UUID id) {
    teams.remove(id);
  }
}

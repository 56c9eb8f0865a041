package app.quen.team;

import app.quen.access.Permitted;
import app.quen.database.InTransaction;
import app.quen.team.internal.Teams;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Renames a team, or moves it with all below it. */
@ApplicationScoped
public class ReviseTeam {

  @Inject Teams teams;

  /**
   * @throws NoSuchTeam if there is none
   * @throws app.quen.field.Invalid with all that does not fit
   */
  @Permitted("team:manage")
  @InTransaction
  public TeamView revise(UUID id, @Nullable UUID parent, String name, int expectedVersion) {
    return teams.revise(id, parent, name, expectedVersion);
  }
}

package app.quen.team;

import app.quen.access.Permitted;
import app.quen.database.InTransaction;
import app.quen.team.internal.Teams;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Adds a team. */
@ApplicationScoped
public class AddTeam {

  @Inject Teams teams;

  /**
   * @param parent the team above; null at the top
   * @throws app.quen.field.Invalid with all that does not fit
   */
  @Permitted("team:manage")
  @InTransaction
  public TeamView add(@Nullable UUID parent, String name) {
    return teams.add(parent, name);
  }
}

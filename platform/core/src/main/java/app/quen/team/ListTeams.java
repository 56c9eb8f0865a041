package app.quen.team;

import app.quen.access.Permitted;
import app.quen.database.InTransaction;
import app.quen.team.internal.Teams;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** The teams of the workspace, each before those below it. */
@ApplicationScoped
public class ListTeams {

  @Inject Teams teams;

  @Permitted("member:read")
  @InTransaction
  public List<TeamView> list() {
    return teams.all();
  }
}

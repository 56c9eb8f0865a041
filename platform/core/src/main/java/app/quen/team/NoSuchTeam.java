package app.quen.team;

import java.util.UUID;

/** There is no such team in the workspace. */
public class NoSuchTeam extends RuntimeException {

  public NoSuchTeam(UUID id) {
    super("no team " + id);
  }
}

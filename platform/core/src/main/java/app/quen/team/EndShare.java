package app.quen.team;

import app.quen.access.Permitted;
import app.quen.database.InTransaction;
import app.quen.team.internal.Shares;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Takes back that a record is shared. */
@ApplicationScoped
public class EndShare {

  @Inject Shares shares;

  /**
   * @throws NoSuchShare if there is none for who asks
   */
  @Permitted("record:share")
  @InTransaction
  public void end(UUID id) {
    shares.remove(id);
  }
}

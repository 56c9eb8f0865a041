package app.quen.team;

import app.quen.access.Permitted;
import app.quen.database.InTransaction;
import app.quen.team.internal.Shares;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** With whom a record is shared. */
@ApplicationScoped
public class ListShares {

  @Inject Shares shares;

  /**
   * @throws NoSuchShare if there is no such record for who asks
   */
  @Permitted("member:read")
  @InTransaction
  public List<ShareView> list(String recordType, UUID record) {
    return shares.of(recordType, record);
  }
}

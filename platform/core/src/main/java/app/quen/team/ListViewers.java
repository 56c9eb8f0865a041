package app.quen.team;

import app.quen.access.Permitted;
import app.quen.database.InTransaction;
import app.quen.team.internal.Explanations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Who sees a record. */
@ApplicationScoped
public class ListViewers {

  @Inject Explanations explanations;

  /**
   * @throws NoSuchShare if there is no such record for who asks
   */
  @Permitted("role:manage")
  @InTransaction
  public List<SightExplained> list(String recordType, UUID record) {
    return explanations.all(recordType, record);
  }
}

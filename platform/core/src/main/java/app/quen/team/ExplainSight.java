package app.quen.team;

import app.quen.access.Permitted;
import app.quen.database.InTransaction;
import app.quen.team.internal.Explanations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Why a member sees a record, or does not, and what of it. */
@ApplicationScoped
public class ExplainSight {

  @Inject Explanations explanations;

  /**
   * @throws NoSuchShare if there is no such record for who asks
   */
  @Permitted("role:manage")
  @InTransaction
  public SightExplained explain(String recordType, UUID record, UUID member) {
    return explanations.of(recordType, record, member);
  }
}

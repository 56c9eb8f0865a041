package app.quen.team;

import app.quen.access.Permitted;
import app.quen.database.InTransaction;
import app.quen.team.internal.Explanations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What who asks may see and write of a type of record, so that forms and lists show no more. */
@ApplicationScoped
public class ShowOwnSight {

  @Inject Explanations explanations;

  /**
   * @throws NoSuchShare if there is no such type of record
   */
  @Permitted("field:read")
  @InTransaction
  public OwnSight show(String recordType) {
    return explanations.own(recordType);
  }
}

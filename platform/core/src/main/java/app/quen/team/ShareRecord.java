package app.quen.team;

import app.quen.access.Permitted;
import app.quen.database.InTransaction;
import app.quen.team.internal.Shares;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Lets a member or a team see a record beyond their reach; sharing it again changes how. */
@ApplicationScoped
public class ShareRecord {

  @Inject Shares shares;

  /**
   * @throws NoSuchShare if there is no such record for who asks
   * @throws app.quen.field.Invalid with all that does not fit
   */
  @Permitted("record:share")
  @InTransaction
  public ShareView share(String recordType, UUID record, ShareDraft draft) {
    return shares.add(recordType, record, draft);
  }
}

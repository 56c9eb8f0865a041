package app.quen.account;

import app.quen.account.internal.Sessions;
import app.quen.control.ControlSchema;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Ends one of the account's sessions at once. */
@ApplicationScoped
public class RevokeSession {

  @Inject ControlSchema control;
  @Inject Sessions sessions;

  /**
   * @throws NotFound if the account has no such session
   */
  public void revoke(Session session, UUID id) {
    var ended =
        control.call(
            sql ->
                sql.createUpdate("DELETE FROM session WHERE id = :id AND account_id = :account")
                    .bind("id", id)
                    .bind("account", session.account().id())
                    .execute());
    if (ended == 0) {
      throw new NotFound("session", id);
    }
  }

  /** Ends all but this one. */
  public void revokeOthers(Session session) {
    control.transact(
        sql -> {
          sessions.endOthers(sql, session);
          return session;
        });
  }
}

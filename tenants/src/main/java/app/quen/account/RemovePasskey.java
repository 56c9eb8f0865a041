package app.quen.account;

import app.quen.account.internal.Passkeys;
import app.quen.account.internal.SecondFactors;
import app.quen.account.internal.Sessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** A device can sign in no more. */
@ApplicationScoped
public class RemovePasskey {

  @Inject Passkeys passkeys;
  @Inject SecondFactors factors;
  @Inject Sessions sessions;

  /**
   * @throws NotFound if the account has no such passkey
   * @throws Rejected if it is the last second factor, and a workspace wants one (code {@code
   *     required})
   */
  public void remove(Session session, UUID id) {
    var account = session.account().id();
    if (passkeys.list(account).size() == 1 && !factors.has(account)) {
      sessions.requireNoneWantsSecondFactor(account, "passkey");
    }
    if (!passkeys.delete(account, id)) {
      throw new NotFound("passkey", id);
    }
  }
}

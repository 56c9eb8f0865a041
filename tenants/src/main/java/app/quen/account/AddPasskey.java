package app.quen.account;

import app.quen.account.internal.Ceremonies;
import app.quen.account.internal.Form;
import app.quen.account.internal.Passkeys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Lets a device of the account's owner sign in. */
@ApplicationScoped
public class AddPasskey {

  private static final int MOST = 20;

  @Inject Ceremonies ceremonies;
  @Inject Passkeys passkeys;

  public PasskeyRequest begin(Session session) {
    var account = session.account();
    return new PasskeyRequest(
        ceremonies.challenge(Ceremonies.Purpose.ADD, account.id()),
        ceremonies.site(),
        account,
        passkeys.credentialIds(account.id()));
  }

  /**
   * @param answer what the browser gave, as JSON
   * @throws Rejected if it does not answer what was asked (field {@code passkey}), the name does
   *     not fit, or there are too many already
   */
  public Passkey finish(Session session, String name, String answer) {
    var form = new Form();
    var title = form.name("name", name);
    form.check();
    var account = session.account().id();
    if (passkeys.credentialIds(account).size() >= MOST) {
      throw new Rejected(
          List.of(
              new Problem(
                  "passkey",
                  "too-many",
                  "Tài khoản đã có %d passkey. Hãy xóa bớt trước.".formatted(MOST),
                  "The account has %d passkeys. Remove one first.".formatted(MOST))));
    }
    return passkeys.insert(account, title, ceremonies.registered(account, answer));
  }
}

package app.quen.account;

import app.quen.account.internal.Form;
import app.quen.account.internal.Passkeys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Calls a passkey something else. */
@ApplicationScoped
public class RenamePasskey {

  @Inject Passkeys passkeys;

  /**
   * @throws NotFound if the account has no such passkey
   */
  public Passkey rename(Session session, UUID id, String name) {
    var form = new Form();
    var title = form.name("name", name);
    form.check();
    return passkeys
        .rename(session.account().id(), id, title)
        .orElseThrow(() -> new NotFound("passkey", id));
  }
}

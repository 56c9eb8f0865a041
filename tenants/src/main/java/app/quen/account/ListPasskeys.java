package app.quen.account;

import app.quen.account.internal.Passkeys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** The passkeys of the account, the latest first. */
@ApplicationScoped
public class ListPasskeys {

  @Inject Passkeys passkeys;

  public List<Passkey> list(Session session) {
    return passkeys.list(session.account().id());
  }
}

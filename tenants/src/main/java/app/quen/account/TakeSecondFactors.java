package app.quen.account;

import app.quen.account.internal.Accounts;
import app.quen.account.internal.Form;
import app.quen.account.internal.SecondFactors;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Handle;

/** Takes from an account all that it proves itself with beside the password. */
@ApplicationScoped
public class TakeSecondFactors {

  @Inject Accounts accounts;
  @Inject SecondFactors factors;

  /**
   * Ends its sessions too: whoever has one may not be the one who asked.
   *
   * @throws NotFound if nobody has this e-mail address
   */
  public Account take(Handle sql, String email) {
    var account =
        accounts
            .findByEmail(Form.normalEmail(email))
            .orElseThrow(() -> new NotFound("account", email))
            .account();
    factors.remove(sql, account.id());
    sql.createUpdate("DELETE FROM passkey WHERE account_id = :account")
        .bind("account", account.id())
        .execute();
    sql.createUpdate("DELETE FROM session WHERE account_id = :account")
        .bind("account", account.id())
        .execute();
    return account;
  }
}

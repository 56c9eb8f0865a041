package app.quen.account;

import app.quen.account.internal.Accounts;
import app.quen.account.internal.Form;
import app.quen.account.internal.PasswordHashes;
import app.quen.account.internal.PasswordRules;
import app.quen.account.internal.Sessions;
import app.quen.control.ControlSchema;
import app.quen.limit.Limits;
import app.quen.limit.TooManyAttempts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;

/** Sets a new password and ends the account's other sessions. */
@ApplicationScoped
public class ChangePassword {

  @Inject Limits limits;
  @Inject Accounts accounts;
  @Inject PasswordHashes hashes;
  @Inject PasswordRules rules;
  @Inject Sessions sessions;
  @Inject ControlSchema control;

  /**
   * @throws Rejected if the current one is wrong (field {@code currentPassword}) or the new one
   *     weak (field {@code newPassword})
   * @throws TooManyAttempts if the current one was wrong too often
   */
  public void change(Session session, String currentPassword, String newPassword) {
    var account = session.account();
    limits.count("step-up.account", account.email());
    var stored = accounts.find(account.id()).orElseThrow(() -> new NotFound("account", account));
    if (!hashes.matches(currentPassword, stored.passwordHash())) {
      throw new Rejected(
          "currentPassword",
          "wrong",
          "Mật khẩu hiện tại không đúng.",
          "This is not the current password.");
    }
    limits.forget("step-up.account", account.email());
    var form = new Form();
    var about = new ArrayList<String>();
    about.add(account.name());
    about.add(account.email().replaceAll("@.*", ""));
    for (var workspace : accounts.workspaces(account.id())) {
      about.add(workspace.slug());
      about.add(workspace.name());
    }
    form.add(rules.check("newPassword", newPassword, about));
    form.check();
    var hash = hashes.hash(newPassword);
    control.transact(
        sql -> {
          sql.createUpdate(
                  "UPDATE account SET password_hash = :hash, password_changed_at = :now"
                      + " WHERE id = :id")
              .bind("hash", hash)
              .bind("now", Instant.now())
              .bind("id", account.id())
              .execute();
          sessions.endOthers(sql, session);
          return account;
        });
  }
}

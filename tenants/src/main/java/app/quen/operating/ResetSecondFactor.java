package app.quen.operating;

import app.quen.account.NotFound;
import app.quen.account.Rejected;
import app.quen.account.TakeSecondFactors;
import app.quen.control.ControlSchema;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;

/**
 * Lets somebody in by the password again who has lost phone, recovery codes and passkeys. Who they
 * are the operator has to make sure of.
 */
@ApplicationScoped
public class ResetSecondFactor {

  @Inject TakeSecondFactors take;
  @Inject ControlSchema control;

  /**
   * Takes all second factors and passkeys away and ends all sessions. It is written down for each
   * workspace of the account.
   *
   * @throws NotFound if nobody has this e-mail address
   * @throws Rejected if there is no reason
   */
  public void reset(Operator operator, String email, String reason) {
    var why = reason.strip();
    if (why.isEmpty() || why.length() > 400) {
      throw new Rejected(
          "reason",
          why.isEmpty() ? "required" : "too-long",
          "Hãy nêu lý do, tối đa 400 ký tự.",
          "Give the reason, at most 400 characters.");
    }
    control.transact(
        sql -> {
          var account = take.take(sql, email);
          return sql.createUpdate(
                  "INSERT INTO operator_log (at, operator_id, operator_name, action, tenant_id,"
                      + " slug, detail) SELECT :now, :operator, :name,"
                      + " 'reset-second-factor', t.id, t.slug, :detail FROM membership m"
                      + " JOIN tenant t ON t.id = m.tenant_id WHERE m.account_id = :account")
              .bind("now", Instant.now())
              .bind("operator", operator.id())
              .bind("name", operator.name())
              .bind("detail", account.email() + ": " + why)
              .bind("account", account.id())
              .execute();
        });
  }
}

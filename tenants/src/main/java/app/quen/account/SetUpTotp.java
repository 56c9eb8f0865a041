package app.quen.account;

import app.quen.account.internal.Passkeys;
import app.quen.account.internal.SecondFactors;
import app.quen.account.internal.Sessions;
import app.quen.account.internal.TotpAddress;
import app.quen.control.ControlSchema;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Protects the account with the codes of an authenticator application, in two steps. */
@ApplicationScoped
public class SetUpTotp {

  @Inject SecondFactors factors;
  @Inject Sessions sessions;
  @Inject Passkeys passkeys;
  @Inject ControlSchema control;

  /**
   * @param secret in Base32, for who types it
   * @param address the same as {@code otpauth://}, for a QR code
   */
  public record Begun(String secret, String address) {

    @Override
    public String toString() {
      return "Begun[…]";
    }
  }

  /**
   * A new secret. It protects nothing until the application has shown that it has it.
   *
   * @throws Rejected if the account has an application already (field {@code totp}, code {@code
   *     taken})
   */
  public Begun begin(Session session) {
    var account = session.account();
    if (factors.has(account.id())) {
      throw new Rejected(
          "totp",
          "taken",
          "Tài khoản đã có ứng dụng xác thực. Hãy gỡ nó trước.",
          "The account has an authenticator application already. Remove it first.");
    }
    var secret = factors.begin(account.id());
    return TotpAddress.of(account, secret);
  }

  /**
   * From now on a code is asked for at each sign-in. This session has shown one.
   *
   * @return the recovery codes, which are kept nowhere and so are shown only here
   * @throws Rejected if the code is wrong (field {@code code})
   */
  public List<String> activate(Session session, String code) {
    return control.transact(
        sql -> {
          factors.activate(sql, session.account(), code);
          sessions.proveSecondFactor(sql, session);
          return factors.renewCodes(sql, session.account().id());
        });
  }

  /** Other recovery codes in place of those that were given before. */
  public List<String> renewRecoveryCodes(Session session) {
    if (!factors.has(session.account().id())) {
      throw new NotFound("authenticator application of", session.account().id());
    }
    return control.transact(sql -> factors.renewCodes(sql, session.account().id()));
  }

  /**
   * The password is enough again.
   *
   * @throws Rejected if it is the last second factor, and a workspace of the account wants one
   *     (field {@code totp}, code {@code required})
   */
  public void remove(Session session) {
    if (passkeys.list(session.account().id()).isEmpty()) {
      sessions.requireNoneWantsSecondFactor(session.account().id(), "totp");
    }
    control.transact(
        sql -> {
          factors.remove(sql, session.account().id());
          return session;
        });
  }
}

package app.quen.account;

import app.quen.account.internal.Accounts;
import app.quen.account.internal.Ceremonies;
import app.quen.account.internal.Passkeys;
import app.quen.account.internal.PasswordHashes;
import app.quen.account.internal.SecondFactors;
import app.quen.account.internal.Sessions;
import app.quen.limit.Limits;
import app.quen.limit.TooManyAttempts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Who is signed in proves again to be the one, before something delicate. */
@ApplicationScoped
public class ConfirmSession {

  @Inject Limits limits;
  @Inject Accounts accounts;
  @Inject PasswordHashes hashes;
  @Inject Sessions sessions;
  @Inject SecondFactors factors;
  @Inject Ceremonies ceremonies;
  @Inject Passkeys passkeys;

  /**
   * Where the account has an authenticator application, the password is not enough: who knows it
   * could otherwise even take the application away.
   *
   * @throws Rejected if the password is wrong (field {@code password}), or a code is wanted (field
   *     {@code code}, code {@code required})
   * @throws TooManyAttempts if it was wrong too often
   */
  public SignedIn confirm(Session session, String password) {
    var account = session.account();
    if (factors.has(account.id())) {
      throw new Rejected(
          "code",
          "required",
          "Tài khoản đã bật xác thực hai lớp. Hãy nhập mã trong ứng dụng xác thực.",
          "Your account has a second factor. Enter a code of the authenticator application.");
    }
    limits.count("step-up.account", account.email());
    var stored = accounts.find(account.id()).orElseThrow(() -> new NotFound("account", account));
    if (!hashes.matches(password, stored.passwordHash())) {
      throw new Rejected(
          "password",
          "wrong",
          "Mật khẩu không đúng. Hãy kiểm tra rồi thử lại.",
          "This is not the password. Check it and try again.");
    }
    limits.forget("step-up.account", account.email());
    return sessions.confirm(session, false);
  }

  public PasskeyRequest beginPasskey(Session session) {
    var account = session.account();
    return new PasskeyRequest(
        ceremonies.challenge(Ceremonies.Purpose.CONFIRM, account.id()),
        ceremonies.site(),
        account,
        passkeys.credentialIds(account.id()));
  }

  /**
   * By a passkey of the account.
   *
   * @param answer what the browser gave, as JSON
   * @throws Rejected if it is none (field {@code passkey})
   */
  public SignedIn confirmByPasskey(Session session, String answer) {
    ceremonies.proved(Ceremonies.Purpose.CONFIRM, session.account().id(), answer);
    return sessions.confirm(session, true);
  }

  /**
   * By a code of the authenticator application, or a recovery code.
   *
   * @throws Rejected if it is none (field {@code code})
   * @throws TooManyAttempts if it was none too often
   */
  public SignedIn confirmByCode(Session session, String code) {
    factors.prove(session.account(), code);
    return sessions.confirm(session, true);
  }
}

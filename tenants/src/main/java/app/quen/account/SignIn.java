package app.quen.account;

import app.quen.account.internal.Accounts;
import app.quen.account.internal.Entrance;
import app.quen.account.internal.Form;
import app.quen.account.internal.KnownAddresses;
import app.quen.account.internal.PasswordHashes;
import app.quen.account.internal.SecondFactors;
import app.quen.limit.Limits;
import app.quen.limit.TooManyAttempts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** A person comes in by e-mail address and password. */
@ApplicationScoped
public class SignIn {

  @Inject PasswordHashes hashes;
  @Inject Limits limits;
  @Inject Accounts accounts;
  @Inject SecondFactors factors;
  @Inject KnownAddresses addresses;
  @Inject Entrance entrance;

  /**
   * Opens a session in the workspace that the person used last.
   *
   * @throws NotSignedIn if the two do not belong together
   * @throws SecondFactorWanted if they do, and the account is protected by more
   * @throws TooManyAttempts if too many failed for this account or from this address
   */
  public SignedIn signIn(String email, String password, Client client) {
    return signIn(email, password, null, client);
  }

  /**
   * The same with a code of the authenticator application, or a recovery code.
   *
   * @throws Rejected if the code is none (field {@code code})
   */
  public SignedIn signIn(String email, String password, @Nullable String code, Client client) {
    var address = Form.normalEmail(email);
    limits.count("sign-in.address", client.address());
    var door = addresses.door(address, client);
    limits.count("sign-in.account", door);
    var stored = accounts.findByEmail(address);
    var hash = stored.map(Accounts.Stored::passwordHash).orElse(null);
    if (!hashes.matches(password, hash)) {
      throw new NotSignedIn("wrong e-mail address or password");
    }
    limits.forget("sign-in.address", client.address());
    limits.forget("sign-in.account", door);
    var account = stored.orElseThrow().account();
    var protectedByMore = factors.has(account.id());
    if (protectedByMore) {
      if (code == null || code.isBlank()) {
        throw new SecondFactorWanted();
      }
      factors.prove(account, code);
    }
    return entrance.enter(account, client, protectedByMore);
  }
}

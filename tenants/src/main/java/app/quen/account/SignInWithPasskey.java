package app.quen.account;

import app.quen.account.internal.Accounts;
import app.quen.account.internal.Ceremonies;
import app.quen.account.internal.Entrance;
import app.quen.limit.Limits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/**
 * A person comes in by a device, without a name or a password. The device has seen to it that it is
 * the person, so this is two factors in one.
 */
@ApplicationScoped
public class SignInWithPasskey {

  @Inject Limits limits;
  @Inject Ceremonies ceremonies;
  @Inject Accounts accounts;
  @Inject Entrance entrance;

  /**
   * @throws app.quen.limit.TooManyAttempts if too many came from this address
   */
  public PasskeyRequest begin(Client client) {
    limits.count("passkey.address", client.address());
    return new PasskeyRequest(
        ceremonies.challenge(Ceremonies.Purpose.SIGN_IN, null), ceremonies.site(), null, List.of());
  }

  /**
   * @param answer what the browser gave, as JSON
   * @throws Rejected if it does not answer what was asked, or nobody has this passkey (field {@code
   *     passkey})
   */
  public SignedIn signIn(String answer, Client client) {
    limits.count("sign-in.address", client.address());
    var account = accounts.find(ceremonies.proved(Ceremonies.Purpose.SIGN_IN, null, answer));
    limits.forget("sign-in.address", client.address());
    return entrance.enter(account.orElseThrow().account(), client, true);
  }
}

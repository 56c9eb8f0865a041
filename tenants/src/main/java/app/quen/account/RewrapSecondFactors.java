package app.quen.account;

import app.quen.account.internal.SecondFactors;
import app.quen.account.internal.SignInProviders;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Wraps what signing in needs anew, after the master key has changed. */
@ApplicationScoped
public class RewrapSecondFactors {

  @Inject SecondFactors factors;
  @Inject SignInProviders providers;

  /**
   * Can be broken off and run again.
   *
   * @return how many
   */
  public int rewrapAll() {
    return factors.rewrapAll() + providers.rewrapAll();
  }
}

package app.quen.account;

import app.quen.account.internal.SecondFactors;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Wraps what accounts prove themselves with anew, after the master key has changed. */
@ApplicationScoped
public class RewrapSecondFactors {

  @Inject SecondFactors factors;

  /**
   * Can be broken off and run again.
   *
   * @return how many
   */
  public int rewrapAll() {
    return factors.rewrapAll();
  }
}

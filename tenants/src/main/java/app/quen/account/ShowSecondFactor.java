package app.quen.account;

import app.quen.account.internal.SecondFactors;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** How the account is protected beside the password. */
@ApplicationScoped
public class ShowSecondFactor {

  @Inject SecondFactors factors;

  public SecondFactor show(Session session) {
    return factors.show(session.account().id());
  }
}

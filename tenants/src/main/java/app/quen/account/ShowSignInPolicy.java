package app.quen.account;

import app.quen.account.internal.SignInPolicies;
import app.quen.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What a workspace asks of those who sign in. */
@ApplicationScoped
public class ShowSignInPolicy {

  @Inject SignInPolicies policies;

  public SignInPolicy show(TenantId tenant) {
    return policies.of(tenant);
  }

  /** What holds where a workspace has set nothing; it may ask for less time, never for more. */
  public SignInPolicy widest() {
    return policies.widest();
  }
}

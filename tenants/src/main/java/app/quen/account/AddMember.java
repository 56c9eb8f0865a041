package app.quen.account;

import app.quen.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Lets a colleague into a workspace. */
@ApplicationScoped
public class AddMember {

  /**
   * @param name and {@code password}: of the new account; ignored if the e-mail address has one
   *     already
   */
  public record NewMember(
      String email, @Nullable String name, String role, @Nullable String password) {}

  /**
   * @throws Rejected if a field does not fit, or the account is a member already (field {@code
   *     email}, code {@code taken})
   */
  public Member add(TenantId tenant, NewMember member) {
    throw new UnsupportedOperationException();
  }
}

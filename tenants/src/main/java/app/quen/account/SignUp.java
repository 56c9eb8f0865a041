package app.quen.account;

import jakarta.enterprise.context.ApplicationScoped;

/** A business comes in: its workspace, and the account of its owner. */
@ApplicationScoped
public class SignUp {

  /**
   * @param industry {@code retail}, {@code telecom}, {@code health}, {@code education}, {@code
   *     services} or {@code other}
   */
  public record Request(
      String workspaceName,
      String slug,
      String industry,
      String name,
      String email,
      String password,
      String language) {}

  /**
   * Makes the tenant, its schema and role, and the owner's account, all or nothing.
   *
   * @throws Rejected if a field does not fit, or the slug or e-mail address is taken (code {@code
   *     taken})
   * @throws TooManyAttempts if too many came from this address
   */
  public SignedIn signUp(Request request, Client client) {
    throw new UnsupportedOperationException();
  }
}

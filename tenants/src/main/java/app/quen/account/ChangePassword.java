package app.quen.account;

import jakarta.enterprise.context.ApplicationScoped;

/** Sets a new password and ends the account's other sessions. */
@ApplicationScoped
public class ChangePassword {

  /**
   * @throws Rejected if the current one is wrong (field {@code currentPassword}) or the new one
   *     weak (field {@code newPassword})
   * @throws TooManyAttempts if the current one was wrong too often
   */
  public void change(Session session, String currentPassword, String newPassword) {
    throw new UnsupportedOperationException();
  }
}

package app.quen.account;

import app.quen.control.ControlSchema;
import app.quen.control.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Ends the session that a token stands for. */
@ApplicationScoped
public class SignOut {

  @Inject ControlSchema control;

  public void signOut(String token) {
    control.run(
        sql ->
            sql.createUpdate("DELETE FROM session WHERE token_hash = :hash")
                .bind("hash", Secrets.hash(token))
                .execute());
  }
}

package app.quen.team;

import app.quen.access.Permitted;
import app.quen.database.InTransaction;
import app.quen.team.internal.Roles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Removes a role that nobody has. */
@ApplicationScoped
public class RemoveRole {

  @Inject Roles roles;

  /**
   * @throws NoSuchRole if there is none
   * @throws app.quen.field.Invalid if it came with the product, or somebody has it
   */
  @Permitted("role:manage")
  @InTransaction
  public void remove(String key) {
    roles.remove(key);
  }
}

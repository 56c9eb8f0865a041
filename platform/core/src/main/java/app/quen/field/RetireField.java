package app.quen.field;

import app.quen.access.Permitted;
import app.quen.database.InTransaction;
import app.quen.field.internal.FieldChanges;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Puts a field away: nobody sees it or its values, which stay. A plugin's field too. */
@ApplicationScoped
public class RetireField {

  @Inject FieldChanges changes;

  /**
   * @throws Invalid if another field's rule speaks of it
   * @throws NoSuchField if there is none
   */
  @Permitted("field:manage")
  @InTransaction
  public FieldState retire(String recordType, String key) {
    return changes.retire(recordType, key);
  }
}

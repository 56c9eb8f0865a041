package app.quen.field;

import app.quen.access.Permitted;
import app.quen.database.InTransaction;
import app.quen.field.internal.FieldChanges;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Brings a retired field back, with its values. */
@ApplicationScoped
public class RestoreField {

  @Inject FieldChanges changes;

  /**
   * @throws Invalid if its rules speak of what is not there any more
   * @throws NoSuchField if there is none
   */
  @Permitted("field:manage")
  @InTransaction
  public FieldState restore(String recordType, String key) {
    return changes.restore(recordType, key);
  }
}

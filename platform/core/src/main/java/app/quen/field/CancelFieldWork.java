package app.quen.field;

import app.quen.access.Permitted;
import app.quen.database.InTransaction;
import app.quen.field.internal.FieldChanges;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Breaks off long work on a field. */
@ApplicationScoped
public class CancelFieldWork {

  @Inject FieldChanges changes;

  /**
   * @throws Invalid if the work cannot stop half-way
   * @throws NoSuchField if there is no such field
   */
  @Permitted("field:manage")
  @InTransaction
  public FieldState cancel(String recordType, String key) {
    return changes.cancel(recordType, key);
  }
}

package app.quen.field;

import app.quen.access.Permitted;
import app.quen.database.InTransaction;
import app.quen.field.internal.FieldChanges;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;

/** Gives the records of the workspace one more field. */
@ApplicationScoped
public class AddField {

  @Inject FieldChanges changes;

  /**
   * @param form the field as the API takes it
   * @return a searchable one can be filtered by at once where there are few records, else when its
   *     work is done
   * @throws Invalid with all that does not fit
   */
  @Permitted("field:manage")
  @InTransaction
  public FieldState add(String recordType, JsonObject form) {
    return changes.add(recordType, form);
  }
}

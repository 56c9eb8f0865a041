package app.quen.field;

import app.quen.access.Permitted;
import app.quen.database.InTransaction;
import app.quen.field.internal.FieldChanges;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;

/** Moves the values of a workspace's field to another type, or says what would not fit. */
@ApplicationScoped
public class ConvertField {

  @Inject FieldChanges changes;

  /**
   * The field has its new type at once, for everybody; a job moves the stored values. A value that
   * does not fit is kept aside and listed by {@link ListMisfits}.
   *
   * @param form the new type and what belongs to it: choices, currency, …
   * @param preview only counts, by a job, what would fit
   * @throws Invalid with all that is against it
   * @throws NoSuchField if there is none
   */
  @Permitted("field:manage")
  @InTransaction
  public FieldState convert(String recordType, String key, JsonObject form, boolean preview) {
    return changes.convert(recordType, key, form, preview);
  }
}

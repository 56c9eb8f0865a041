package app.quen.field;

import app.quen.access.Permitted;
import app.quen.database.InTransaction;
import app.quen.field.internal.FieldChanges;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;

/** Changes a field of the workspace: its label, its rules, all but its key and type. */
@ApplicationScoped
public class ReviseField {

  @Inject FieldChanges changes;

  /**
   * Values that are there already and do not fit a stricter field stay until somebody changes them.
   *
   * @param patch a merge patch (RFC 7396) on the field's form
   * @throws Outdated if it is not at the expected version
   * @throws NoSuchField if there is none
   * @throws Invalid with all that does not fit
   */
  @Permitted("field:manage")
  @InTransaction
  public FieldState revise(String recordType, String key, JsonObject patch, int expectedVersion) {
    return changes.revise(recordType, key, patch, expectedVersion);
  }
}

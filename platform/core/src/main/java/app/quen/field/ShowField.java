package app.quen.field;

import app.quen.access.Permitted;
import app.quen.database.InTransaction;
import app.quen.field.internal.CoreCatalogue;
import app.quen.field.internal.FieldTable;
import app.quen.field.internal.RecordTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Shows one field, a retired one too. */
@ApplicationScoped
public class ShowField {

  @Inject FieldTable table;
  @Inject CoreCatalogue core;

  /**
   * @throws NoSuchField if there is none
   */
  @Permitted("field:read")
  @InTransaction
  public FieldState show(String recordType, String key) {
    RecordTable.of(recordType);
    for (Field field : core.of(recordType)) {
      if (field.key().equals(key)) {
        return FieldState.known(recordType, field);
      }
    }
    return table.find(recordType, key).orElseThrow(() -> new NoSuchField(recordType, key)).state();
  }
}

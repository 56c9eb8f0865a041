package app.quen.field;

import app.quen.access.Permitted;
import app.quen.database.InTransaction;
import app.quen.field.internal.CoreCatalogue;
import app.quen.field.internal.FieldTable;
import app.quen.field.internal.RecordTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** The fields of a record type, with what is being done to them. */
@ApplicationScoped
public class ListFields {

  @Inject FieldTable table;
  @Inject CoreCatalogue core;

  /**
   * @param retired those that the workspace has put away, instead of the others
   * @return in the order of forms
   * @throws Invalid if there is no such record type
   */
  @Permitted("field:read")
  @InTransaction
  public List<FieldState> list(String recordType, boolean retired) {
    List<FieldState> fields = new ArrayList<>();
    RecordTable.of(recordType);
    if (!retired) {
      core.of(recordType).forEach(field -> fields.add(FieldState.known(recordType, field)));
    }
    table.all(recordType).stream()
        .filter(row -> retired ? row.putAwayAt() != null && !row.dropped() : row.active())
        .forEach(row -> fields.add(row.state()));
    return fields;
  }
}

package app.quen.field.internal;

import app.quen.access.FieldSensitivity;
import app.quen.database.Work;
import app.quen.field.Handling.Sensitivity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.stream.Collectors;

/** The sensitivity of fields, as the catalogue says it. */
@ApplicationScoped
class CatalogueSensitivity implements FieldSensitivity {

  @Inject Work work;
  @Inject FieldTable table;

  @Override
  public Set<String> guarded(String recordType) {
    return work.transact(
        () ->
            table.all(recordType).stream()
                .map(FieldTable.Row::field)
                .filter(field -> field.handling().sensitivity() != Sensitivity.PUBLIC)
                .map(field -> field.key())
                .collect(Collectors.toUnmodifiableSet()));
  }
}

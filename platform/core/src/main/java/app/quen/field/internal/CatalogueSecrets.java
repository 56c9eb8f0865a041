package app.quen.field.internal;

import app.quen.field.Field;
import app.quen.secret.SecretFields;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** The sensitive fields of the table {@code field}, whoever owns them, and retired ones too. */
@ApplicationScoped
class CatalogueSecrets implements SecretFields {

  @Inject FieldTable table;

  @Override
  public Set<String> of(String recordType) {
    return RecordTable.find(recordType).isEmpty()
        ? Set.of()
        : table.all(recordType).stream()
            .map(FieldTable.Row::field)
            .filter(Field::secret)
            .map(Field::key)
            .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public boolean any() {
    return Arrays.stream(RecordTable.values()).anyMatch(type -> !of(type.recordType()).isEmpty());
  }
}

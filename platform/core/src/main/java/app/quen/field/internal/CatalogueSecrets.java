package app.quen.field.internal;

import app.quen.database.Work;
import app.quen.secret.SecretFields;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The sensitive fields of the table {@code field}, whoever owns them, and retired ones too. */
@ApplicationScoped
class CatalogueSecrets implements SecretFields {

  private static final String SENSITIVE = "JSON_VALUE(definition, '$.sensitivity') = 'SENSITIVE'";

  @Inject Work work;

  @Override
  public Set<String> of(String recordType) {
    return work.companion(Known.class, Known::new).byType.computeIfAbsent(recordType, this::read);
  }

  private Set<String> read(String recordType) {
    return Set.copyOf(
        work.sql()
            .createQuery("SELECT field_key FROM field WHERE record_type = :type AND " + SENSITIVE)
            .bind("type", recordType)
            .mapTo(String.class)
            .list());
  }

  /** Asked once in a unit of work, however many records it writes. */
  private static final class Known {
    private final Map<String, Set<String>> byType = new HashMap<>();
  }

  @Override
  public boolean any() {
    return work.sql()
        .createQuery("SELECT EXISTS (SELECT 1 FROM field WHERE " + SENSITIVE + ")")
        .mapTo(Boolean.class)
        .one();
  }
}

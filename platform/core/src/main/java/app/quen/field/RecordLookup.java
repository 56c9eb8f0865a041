package app.quen.field;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * A kind of record that fields can refer to. A CDI bean of the component that has these records.
 */
public interface RecordLookup {

  /** For example {@code customer}; {@code file} for what fields of files refer to. */
  String recordType();

  /** Those that exist. Needs an open unit of work. */
  Set<UUID> existing(Collection<UUID> ids);

  /**
   * Of those that are at another record, at which one: fields of that record can refer to them, and
   * no others. What is at no record can be referred to by all.
   */
  default Map<UUID, UUID> holders(Collection<UUID> ids) {
    return Map.of();
  }
}

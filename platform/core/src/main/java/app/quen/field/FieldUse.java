package app.quen.field;

import java.util.Collection;

/** Remembers, cheaply, on which day each field was last used in which way. */
public interface FieldUse {

  /** How a field is used. */
  enum Way {
    /** Somebody gave it a value. */
    WRITTEN,
    /** Somebody opened a record that has a value there. */
    READ,
    FILTERED,
    SORTED,
    EXPORTED
  }

  /**
   * Costs no access to the database: what is new is written later, once a day for each field and
   * way. The core's fields are passed over.
   */
  void note(String recordType, Collection<String> keys, Way way);
}

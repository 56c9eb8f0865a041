package app.quen.field;

import java.util.List;
import java.util.UUID;

/** Which fields of a record hold a file. */
public interface HeldFiles {

  /** Also fields that nobody sees at the moment. Locks the record's values. */
  List<Field> holding(String recordType, UUID record, UUID file);
}

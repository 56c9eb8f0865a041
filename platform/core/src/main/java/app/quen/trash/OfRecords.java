package app.quen.trash;

import java.util.Collection;
import java.util.UUID;

/**
 * What a component keeps of the records of others. A CDI bean of each component that keeps
 * something, so that nothing stays behind when records go for good.
 */
public interface OfRecords {

  /** Lets go of all that belongs to these records, in the unit of work that is open. */
  void purge(String recordType, Collection<UUID> records);
}

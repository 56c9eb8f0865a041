package app.quen.customer;

import app.quen.customer.UndoChanges.Kept;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Takes back records that an import made. A CDI bean of the component that keeps them. */
public interface MadeRecords {

  boolean keeps(String recordType);

  /** As they are now; those that are gone for good are left out. Whoever asks may delete them. */
  Map<UUID, State> states(String recordType, Collection<UUID> ids);

  /** Into the trash, in the unit of work that is open. */
  void trash(String recordType, UUID id, Source source);

  /**
   * @param name by which people know it
   */
  record State(String name, int version, boolean trashed) {}

  /** What came of it: those that are away now, and those that stay. */
  record Taken(int trashed, Set<UUID> away, Collection<Kept> kept) {}
}

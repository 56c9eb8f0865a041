package app.quen.timeline;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Knows the files at records. A CDI bean; asked once for a page, for records that the reader sees.
 */
public interface TimelineFiles {

  /**
   * @param ids of records by what kind they are, such as {@code order}; neither is ever empty
   * @return by record, the first first; without the records that have none
   */
  Map<UUID, List<Attached>> at(Map<String, ? extends Collection<UUID>> ids);

  /** A file at a record. */
  record Attached(UUID id, String fileName) {}
}

package app.quen.customer;

import java.util.Map;
import java.util.UUID;

/**
 * Remembers for 30 days what runs did to records, so that it can be undone; for customers it
 * happens by itself. Needs the unit of work in which they are made.
 */
public interface RunMemory {

  /** What the run found, and only changed: an undoing leaves it. */
  int FOUND = 0;

  /**
   * Nothing is remembered of what no run made. What the run made earlier stays so.
   *
   * @param versions of the records as the run leaves them, or {@link #FOUND}
   */
  void made(Source source, String recordType, Map<UUID, Integer> versions);

  /** What is remembered of the run is forgotten when it can be undone no more. */
  void forgetLater(Source source);

  /** The run goes on with a record that it made, unless somebody has changed it meanwhile. */
  void goesOn(Source source, String recordType, UUID record, int from, int to);
}

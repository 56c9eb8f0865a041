package app.quen.trash;

import java.time.Instant;

/** The trash of some kinds of records. A CDI bean of the component that keeps them. */
public interface TrashBin {

  /**
   * Deletes for good, in the unit of work that is open, some of what was trashed before then, with
   * all that belongs to it. What is in the trash counts nowhere, so no roll-up changes.
   *
   * @return whether there may be more
   */
  boolean purge(Instant before);
}

package app.quen.field;

import java.util.Collection;
import java.util.UUID;

/**
 * Keeps marks of sensitive values outside the index, and makes them anew while both keys are there.
 */
public interface MarkedElsewhere {

  /**
   * Before the key of the marks before is destroyed. In the unit of work that renews the records,
   * which are locked.
   */
  void renew(String recordType, Collection<UUID> records);
}

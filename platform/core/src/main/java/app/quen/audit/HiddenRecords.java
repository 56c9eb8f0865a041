package app.quen.audit;

import app.quen.access.Unrestricted;
import app.quen.audit.internal.Existing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/**
 * Tells the trail that somebody asked for a record that is there and that they may not see. They
 * were told that there is none; whether that is so is looked up later, so that nobody can tell from
 * the time that an answer took.
 */
@ApplicationScoped
public class HiddenRecords {

  @Inject Trail trail;
  @Inject Existing existing;

  /**
   * @param recordType {@code customer}, {@code order} and the like
   */
  @Unrestricted(because = "it only notes what somebody was refused")
  public void missed(String recordType, UUID id, Act act) {
    if (Existing.knows(recordType)) {
      trail.seen(() -> existing.is(recordType, id) ? act.on(recordType, id) : null);
    }
  }
}

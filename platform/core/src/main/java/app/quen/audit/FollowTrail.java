package app.quen.audit;

import app.quen.access.Permitted;
import app.quen.audit.internal.Entries;
import app.quen.database.InTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/** The trail as it grows, for who works on it entry by entry and shows it to nobody. */
@ApplicationScoped
public class FollowTrail {

  @Inject Entries entries;

  /** In the order of the trail. */
  @Permitted("audit:follow")
  @InTransaction
  public List<AuditEntry> after(long sequence, int limit) {
    return entries.after(sequence, limit);
  }

  /** The last entry before the moment; 0 where there is none. */
  @Permitted("audit:follow")
  @InTransaction
  public long lastBefore(Instant moment) {
    return entries.lastBefore(moment);
  }
}

package app.quen.alert.internal;

import app.quen.audit.AuditEntry;
import app.quen.audit.FollowTrail;
import app.quen.database.Work;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/** The trail from where the watch has come to, which is a row of {@code alert_setting}. */
@ApplicationScoped
class WatchedTrail {

  private static final String COME_TO = "alerts.watched";

  @Inject Work work;
  @Inject FollowTrail followTrail;

  /**
   * Keeps every other node from watching this workspace until the transaction ends.
   *
   * @param from where to begin, if it was never watched
   */
  long lock(Instant from) {
    work.sql()
        .createUpdate("INSERT IGNORE INTO alert_setting (name, value) VALUES (?, '-1')")
        .bind(0, COME_TO)
        .execute();
    long last =
        work.sql()
            .createQuery("SELECT value FROM alert_setting WHERE name = ? FOR UPDATE")
            .bind(0, COME_TO)
            .mapTo(Long.class)
            .one();
    return last >= 0 ? last : followTrail.lastBefore(from);
  }

  List<AuditEntry> after(long sequence, int limit) {
    return followTrail.after(sequence, limit);
  }

  void come(long sequence) {
    work.sql()
        .createUpdate("UPDATE alert_setting SET value = ? WHERE name = ?")
        .bind(0, Long.toString(sequence))
        .bind(1, COME_TO)
        .execute();
  }
}

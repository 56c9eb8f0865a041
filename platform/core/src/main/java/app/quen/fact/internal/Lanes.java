package app.quen.fact.internal;

import app.quen.database.Work;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;

/** The rows of {@code fact_lane}: which node works on what, by the clock of the database. */
@Dependent
class Lanes {

  private final Work work;
  private final Duration heldFor;

  @Inject
  Lanes(Work work) {
    this.work = work;
    this.heldFor =
        ConfigProvider.getConfig()
            .getOptionalValue("quen.relay.takeover", Duration.class)
            .orElse(Duration.ofSeconds(30));
  }

  /** So long after its death a node's lanes are free again; held lanes are renewed well before. */
  Duration heldFor() {
    return heldFor;
  }

  /**
   * @return false if another run holds it
   */
  boolean claim(String lane, UUID holder) {
    boolean taken =
        work.sql()
                .execute(
                    "UPDATE fact_lane SET holder = ?, held_until = UTC_TIMESTAMP(6) + INTERVAL ?"
                        + " SECOND WHERE lane = ? AND held_until < UTC_TIMESTAMP(6)",
                    holder,
                    heldFor.toSeconds(),
                    lane)
            > 0;
    return taken
        || work.sql()
                .execute(
                    "INSERT IGNORE INTO fact_lane (lane, holder, held_until) VALUES (?, ?,"
                        + " UTC_TIMESTAMP(6) + INTERVAL ? SECOND)",
                    lane,
                    holder,
                    heldFor.toSeconds())
            > 0;
  }

  /** Holds a lane longer that is still this holder's. */
  void renew(String lane, UUID holder) {
    work.sql()
        .execute(
            "UPDATE fact_lane SET held_until = UTC_TIMESTAMP(6) + INTERVAL ? SECOND WHERE lane = ?"
                + " AND holder = ?",
            heldFor.toSeconds(),
            lane,
            holder);
  }

  void release(String lane, UUID holder) {
    work.sql()
        .execute(
            "UPDATE fact_lane SET held_until = '2000-01-01' WHERE lane = ? AND holder = ?",
            lane,
            holder);
  }
}

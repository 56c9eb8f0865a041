package app.quen.field.internal;

import app.quen.cell.Conflicts;
import app.quen.database.Work;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/**
 * Keeps changes of the catalogue and writes of values apart where it matters. Who writes values
 * holds the fence from before it reads the catalogue until it commits. Who has passed the fence
 * knows that every write from before the change is committed, and that every later one knows the
 * change: a writer that began before and comes to the fence after is begun anew.
 */
@ApplicationScoped
class Fence {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Inject Work work;

  /** Together with other writers, until the transaction ends. */
  void hold(String recordType) {
    work.sql()
        .createQuery(
            "SELECT version FROM field_layout WHERE record_type = :type AND stage = '#'"
                + " LOCK IN SHARE MODE")
        .bind("type", recordType)
        .mapTo(Integer.class)
        .findOne();
  }

  /**
   * Waits for the writers without making anybody wait for it, as long as there is patience; and
   * then for one transaction's time. With no unit of work open.
   */
  void pass(String recordType) {
    long begun = System.nanoTime();
    while (System.nanoTime() - begun < PATIENCE.toNanos()) {
      try {
        pass(recordType, " NOWAIT");
        return;
      } catch (RuntimeException e) {
        if (!Conflicts.lost(e)) {
          throw e;
        }
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(5_000_000, 50_000_000));
      }
    }
    pass(recordType, "");
  }

  private void pass(String recordType, String how) {
    work.transact(
        () -> {
          work.sql()
              .createQuery(
                  "SELECT version FROM field_layout WHERE record_type = :type AND stage = '#'"
                      + " FOR UPDATE"
                      + how)
              .bind("type", recordType)
              .mapTo(Integer.class)
              .findOne();
          work.sql()
              .createUpdate(
                  "UPDATE field_layout SET version = version + 1"
                      + " WHERE record_type = :type AND stage = '#'")
              .bind("type", recordType)
              .execute();
        });
  }
}

package app.quen.database.internal;

import app.quen.cell.Conflicts;
import app.quen.database.SchemaChange.Progress;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Changes a table that people work in. Before it begins and before it ends, a change waits until no
 * transaction has the table in hand, and who comes later queues behind it. So a change that waits
 * longer than a writer would notice is broken off, and tried again.
 */
final class OnlineChange {

  private static final Logger LOG = LoggerFactory.getLogger(OnlineChange.class);

  /** With the time between two looks, no writer is held up for a tenth of a second. */
  private static final Duration PATIENCE = Duration.ofMillis(50);

  private static final Duration LOOK = Duration.ofMillis(10);
  private static final Duration ASK = Duration.ofMillis(250);
  private static final Duration GIVE_UP = Duration.ofMinutes(10);
  private static final int WAITED_TOO_LONG = 1205;
  private static final int BROKEN_OFF = 1317;
  private static final int BROKEN_OFF_BY_TIME = 1969;

  private final DataSource owner;
  private final String change;
  private final Progress progress;

  OnlineChange(DataSource owner, String change, Progress progress) {
    this.owner = owner;
    this.change = change;
    this.progress = progress;
  }

  private enum End {
    DONE,
    WAITED,
    CANCELLED
  }

  /**
   * @return false if the progress said to stop; the table is then as it was
   */
  boolean run() {
    long begun = System.nanoTime();
    for (int attempt = 1; ; attempt++) {
      End end = attempt();
      if (end != End.WAITED) {
        return end == End.DONE;
      }
      if (System.nanoTime() - begun > GIVE_UP.toNanos()) {
        throw new IllegalStateException(
            "no gap between transactions was found in "
                + GIVE_UP.toMinutes()
                + " minutes for: "
                + change);
      }
      if (!progress.goOn(0)) {
        return false;
      }
      long most = Math.min(1_000, 40L * attempt);
      LockSupport.parkNanos(
          Duration.ofMillis(ThreadLocalRandom.current().nextLong(10, most + 1)).toNanos());
    }
  }

  private End attempt() {
    try (var connection = owner.getConnection();
        var statement = connection.createStatement()) {
      var watch = new Watch(id(connection));
      var thread = Thread.ofPlatform().daemon().name("quen-online-change").start(watch);
      try {
        // should the watch die, nobody waits longer than this
        statement.execute("SET STATEMENT lock_wait_timeout=1 FOR " + change);
        return End.DONE;
      } catch (SQLException e) {
        if (watch.cancelled) {
          return End.CANCELLED;
        }
        int code = e.getErrorCode();
        if (code == WAITED_TOO_LONG
            || code == BROKEN_OFF
            || code == BROKEN_OFF_BY_TIME
            || Conflicts.lost(e)) {
          return End.WAITED;
        }
        throw new IllegalStateException("the database refused: " + change, e);
      } finally {
        watch.end(thread);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the database does not answer", e);
    }
  }

  private static long id(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery("SELECT CONNECTION_ID()")) {
      row.next();
      return row.getLong(1);
    }
  }

  /** Looks at the change from another connection. */
  private final class Watch implements Runnable {

    private final long id;
    private volatile boolean ended;
    private volatile boolean cancelled;

    Watch(long id) {
      this.id = id;
    }

    @Override
    public void run() {
      try (var connection = owner.getConnection()) {
        long waitingSince = 0;
        long asked = System.nanoTime();
        while (!ended) {
          @Nullable Integer percent = look(connection);
          long now = System.nanoTime();
          if (percent == null) {
            waitingSince = waitingSince == 0 ? now : waitingSince;
            if (now - waitingSince > PATIENCE.toNanos()) {
              breakOff(connection);
              return;
            }
          } else {
            waitingSince = 0;
            if (now - asked > ASK.toNanos()) {
              asked = now;
              if (!progress.goOn(percent)) {
                cancelled = true;
                breakOff(connection);
                return;
              }
            }
          }
          LockSupport.parkNanos(LOOK.toNanos());
        }
      } catch (SQLException | RuntimeException e) {
        LOG.warn("Nobody looks after the change any more: {}", change, e);
      }
    }

    /** How far it is, in percent; null if it waits for the table. */
    private @Nullable Integer look(Connection connection) throws SQLException {
      try (var statement = connection.createStatement();
          var row =
              statement.executeQuery(
                  "SELECT state, stage, max_stage, progress FROM information_schema.processlist"
                      + " WHERE id = "
                      + id)) {
        if (!row.next()) {
          return 0;
        }
        var state = String.valueOf(row.getString(1));
        if (state.startsWith("Waiting for table metadata lock")) {
          return null;
        }
        int stages = Math.max(1, row.getInt(3));
        double done = (Math.max(0, row.getInt(2) - 1) + row.getDouble(4) / 100) / stages;
        return (int) Math.clamp(done * 100, 0, 99);
      }
    }

    private void breakOff(Connection connection) throws SQLException {
      if (!ended) {
        try (var statement = connection.createStatement()) {
          statement.execute("KILL QUERY " + id);
        }
      }
    }

    /** Before the connection is used for anything else, which a late look would break off. */
    void end(Thread thread) {
      ended = true;
      boolean interrupted = false;
      while (thread.isAlive()) {
        try {
          thread.join();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}

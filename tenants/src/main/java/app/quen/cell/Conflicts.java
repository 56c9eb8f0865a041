package app.quen.cell;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Runs a transaction again that lost against another one. */
public final class Conflicts {

  private static final int ATTEMPTS = 6;

  /** A wait for a lock takes seconds each time; nobody waits for that six times. */
  private static final long LONGEST = Duration.ofSeconds(15).toNanos();

  private Conflicts() {}

  /** The work begins and ends its transaction itself, and rolls it back before it throws. */
  public static <T> T retry(Supplier<T> work) {
    var begun = System.nanoTime();
    for (var attempt = 1; ; attempt++) {
      try {
        return work.get();
      } catch (RuntimeException e) {
        if (attempt == ATTEMPTS || System.nanoTime() - begun > LONGEST || !lost(e)) {
          throw e;
        }
        var most = 2_000_000L << attempt;
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(most / 2, most));
      }
    }
  }

  /** Snapshot conflict, deadlock or lock wait: the same again may succeed. */
  public static boolean lost(Throwable failure) {
    for (var cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql
          && (sql.getErrorCode() == 1020
              || sql.getErrorCode() == 1213
              || sql.getErrorCode() == 1205
              || "40001".equals(sql.getSQLState()))) {
        return true;
      }
    }
    return false;
  }

  /** A unique key or primary key exists already. */
  public static boolean duplicate(Throwable failure, String keyName) {
    for (var cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && sql.getErrorCode() == 1062) {
        return String.valueOf(sql.getMessage()).contains("'" + keyName + "'");
      }
    }
    return false;
  }
}

package app.quen.cell;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Runs a transaction again that lost against another one. */
public final class Conflicts {

  /**
   * MariaDB often refuses at once instead of waiting until the other transaction has ended, and
   * that may be a batch which takes seconds: so the time is limited and not the attempts.
   */
  private static final long LONGEST = Duration.ofSeconds(15).toNanos();

  private static final long LONGEST_PAUSE = Duration.ofMillis(500).toNanos();

  private Conflicts() {}

  /** The work begins and ends its transaction itself, and rolls it back before it throws. */
  public static <T> T retry(Supplier<T> work) {
    return retry(work, Conflicts::lost);
  }

  /**
   * @param lost whether the same again may succeed after this failure
   */
  public static <T> T retry(Supplier<T> work, Predicate<Throwable> lost) {
    var begun = System.nanoTime();
    for (var most = Duration.ofMillis(4).toNanos(); ; most = Math.min(2 * most, LONGEST_PAUSE)) {
      try {
        return work.get();
      } catch (RuntimeException e) {
        if (System.nanoTime() - begun > LONGEST
            || Thread.currentThread().isInterrupted()
            || !lost.test(e)) {
          throw e;
        }
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

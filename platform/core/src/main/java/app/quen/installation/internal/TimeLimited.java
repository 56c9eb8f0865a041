package app.quen.installation.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads on which one release's code runs, and the patience with it. A release has threads of
 * its own, so that one that hangs takes no other with it; after several time-outs in a row it is
 * not called for a while. Java cannot kill a thread: code that ignores its interrupt keeps it.
 */
final class TimeLimited implements AutoCloseable {

  private static final int THREADS = Math.max(2, Runtime.getRuntime().availableProcessors());
  private static final int QUEUE = 64;
  private static final int PATIENCE = 3;

  private final ThreadPoolExecutor threads;
  private final Duration pause;
  private final AtomicInteger timeoutsInARow = new AtomicInteger();
  private volatile Instant pausedUntil = Instant.MIN;

  /** The code took longer than it may, or all of its threads are stuck. */
  static final class TooSlow extends Exception {
    private static final long serialVersionUID = 1;

    TooSlow() {
      super("took too long", null, false, false);
    }
  }

  /** It was too slow several times in a row and rests. */
  static final class Paused extends Exception {
    private static final long serialVersionUID = 1;

    Paused() {
      super("is paused after several time-outs", null, false, false);
    }
  }

  /**
   * @param classes the class loader of the release, which its libraries expect on the thread
   * @param pause how long it rests after {@value #PATIENCE} time-outs in a row
   */
  TimeLimited(String name, ClassLoader classes, Duration pause) {
    var number = new AtomicInteger();
    this.pause = pause;
    threads =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            30,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(QUEUE),
            task -> {
              var thread = new Thread(task, "plugin-" + name + "-" + number.incrementAndGet());
              thread.setDaemon(true);
              thread.setContextClassLoader(classes);
              return thread;
            });
    threads.allowCoreThreadTimeOut(true);
  }

  /** Begins the work on a thread of the release. */
  <T> Future<T> begin(Callable<T> work) throws Paused, TooSlow {
    if (Instant.now().isBefore(pausedUntil)) {
      throw new Paused();
    }
    try {
      return threads.submit(work);
    } catch (RejectedExecutionException e) {
      throw late();
    }
  }

  /**
   * Waits for the work until the deadline, and interrupts it then.
   *
   * @throws ExecutionException what the code threw
   */
  <T> T await(Future<T> work, Instant deadline) throws TooSlow, ExecutionException {
    try {
      T result =
          work.get(
              Math.max(1, Duration.between(Instant.now(), deadline).toNanos()),
              TimeUnit.NANOSECONDS);
      timeoutsInARow.set(0);
      return result;
    } catch (TimeoutException e) {
      work.cancel(true);
      throw late();
    } catch (InterruptedException e) {
      work.cancel(true);
      Thread.currentThread().interrupt();
      throw new TooSlow();
    } catch (ExecutionException e) {
      timeoutsInARow.set(0);
      throw e;
    }
  }

  private TooSlow late() {
    if (timeoutsInARow.incrementAndGet() >= PATIENCE) {
      pausedUntil = Instant.now().plus(pause);
    }
    return new TooSlow();
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}

package app.quen.start;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Work that comes round again, on a thread of its own, one piece after the other. What is done in a
 * round catches its own failures: one that is thrown ends the rounds of that piece.
 */
public final class Rounds {

  private static final Duration STOPPING = Duration.ofSeconds(5);

  private final String name;
  private @Nullable ScheduledExecutorService thread;

  /**
   * @param name of the thread
   */
  public Rounds(String name) {
    this.name = name;
  }

  /** Whether this call began them: false where they run already. */
  public synchronized boolean begin() {
    if (thread != null) {
      return false;
    }
    thread =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name(name).factory());
    return true;
  }

  /** After the first wait, and again so long after each end; nothing before {@link #begin}. */
  public synchronized void every(Duration first, Duration pause, Runnable work) {
    if (thread != null) {
      thread.scheduleWithFixedDelay(
          work, first.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  /** Waits for what is being done, for seconds; they can begin again. */
  public synchronized void stop() {
    if (thread != null) {
      thread.shutdown();
      try {
        thread.awaitTermination(STOPPING.toMillis(), TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      thread = null;
    }
  }
}

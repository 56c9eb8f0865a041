package app.quen.fact.internal;

import app.quen.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads of the relay. A task is never run twice at a time, and once more if it was woken
 * while it ran. Each listener has threads of its own, so that one that hangs holds up no other.
 */
final class Turns implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Turns.class);
  private static final int THREADS_PER_LISTENER = 2;

  private final Turn turn;
  private final ThreadFactory threads;
  private final ExecutorService dispatchers;
  private final Map<String, ExecutorService> byListener = new ConcurrentHashMap<>();
  private final ScheduledExecutorService clock;
  private final Map<Task, State> states = new ConcurrentHashMap<>();
  private final Map<Task, Timer> timers = new ConcurrentHashMap<>();
  private volatile boolean closing;

  /** What a turn does; answers when the next one is due. */
  interface Turn {
    @Nullable Instant run(Task task, Turns turns);
  }

  /**
   * @param listener null: the dispatch of new facts
   */
  record Task(TenantId tenant, @Nullable String listener) {

    String lane() {
      return listener == null ? Dispatch.LANE : Line.lane(listener);
    }
  }

  private enum State {
    QUEUED,
    RUNNING,
    WOKEN_AGAIN
  }

  private record Timer(Instant at, ScheduledFuture<?> future) {}

  Turns(Turn turn, int dispatchThreads) {
    this.turn = turn;
    // threads that we make do not inherit the application's class loader in every server
    ClassLoader application = Thread.currentThread().getContextClassLoader();
    var number = new AtomicInteger();
    this.threads =
        task -> {
          var thread = new Thread(task, "quen-relay-" + number.incrementAndGet());
          thread.setDaemon(true);
          thread.setContextClassLoader(application);
          return thread;
        };
    this.dispatchers = pool(dispatchThreads);
    this.clock = Executors.newScheduledThreadPool(2, threads);
  }

  private ThreadPoolExecutor pool(int size) {
    var pool =
        new ThreadPoolExecutor(
            size, size, 20, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), threads);
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }

  boolean isClosing() {
    return closing;
  }

  void every(Duration pause, Runnable action) {
    clock.scheduleWithFixedDelay(
        () -> {
          try {
            action.run();
          } catch (RuntimeException e) {
            if (!closing) {
              LOG.warn("The relay's round failed; the next one is in {} s", pause.toSeconds(), e);
            }
          }
        },
        0,
        pause.toMillis(),
        TimeUnit.MILLISECONDS);
  }

  void wake(Task task) {
    states.compute(
        task,
        (same, state) ->
            switch (state) {
              case null -> submit(task);
              case QUEUED -> State.QUEUED;
              case RUNNING, WOKEN_AGAIN -> State.WOKEN_AGAIN;
            });
  }

  /** Wakes the task then, or earlier if it was to be woken earlier already. */
  void wakeAt(Task task, Instant at) {
    long pause = Duration.between(Instant.now(), at).toMillis();
    if (pause <= 0) {
      wake(task);
      return;
    }
    timers.compute(
        task,
        (same, timer) -> {
          if (timer != null && !timer.future().isDone()) {
            if (!timer.at().isAfter(at)) {
              return timer;
            }
            timer.future().cancel(false);
          }
          try {
            return new Timer(at, clock.schedule(() -> ring(task), pause, TimeUnit.MILLISECONDS));
          } catch (RejectedExecutionException e) {
            return null;
          }
        });
  }

  private void ring(Task task) {
    timers.remove(task);
    wake(task);
  }

  private @Nullable State submit(Task task) {
    try {
      executor(task).execute(() -> turn(task));
      return State.QUEUED;
    } catch (RejectedExecutionException e) {
      return null;
    }
  }

  private ExecutorService executor(Task task) {
    return task.listener() == null
        ? dispatchers
        : byListener.computeIfAbsent(task.listener(), name -> pool(THREADS_PER_LISTENER));
  }

  private void turn(Task task) {
    states.put(task, State.RUNNING);
    Instant next = null;
    try {
      if (!closing) {
        next = turn.run(task, this);
      }
    } finally {
      states.compute(task, (same, state) -> state == State.WOKEN_AGAIN ? submit(task) : null);
      if (next != null) {
        wakeAt(task, next);
      }
    }
  }

  /** Lets turns come to an end, interrupts those that take long, and wakes nobody any more. */
  @Override
  public void close() {
    closing = true;
    clock.shutdownNow();
    dispatchers.shutdown();
    byListener.values().forEach(ExecutorService::shutdown);
    try {
      boolean ended = dispatchers.awaitTermination(5, TimeUnit.SECONDS);
      for (ExecutorService each : byListener.values()) {
        ended &= each.awaitTermination(1, TimeUnit.SECONDS);
      }
      if (!ended) {
        dispatchers.shutdownNow();
        byListener.values().forEach(ExecutorService::shutdownNow);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

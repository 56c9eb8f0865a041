package app.quen.audit.internal;

import app.quen.access.Actor;
import app.quen.audit.Act;
import app.quen.database.Work;
import app.quen.start.Started;
import app.quen.tenant.TenantId;
import app.quen.tenant.TenantUnavailable;
import app.quen.tenant.Tenants;
import app.quen.whence.Whence;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was seen and is not written down yet. One thread writes it, many at a time; who comes when
 * it is full waits. What could not be written in the end is in the log (who did what to which
 * record), and the trail says how much it was.
 */
@ApplicationScoped
public class SeenQueue {

  private static final Logger LOG = LoggerFactory.getLogger(SeenQueue.class);
  private static final int MOST_WAITING = 20_000;
  private static final int AT_ONCE = 500;
  private static final Duration GATHER = Duration.ofMillis(200);
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration STOPPING = Duration.ofSeconds(10);
  private static final int ATTEMPTS = 4;

  @Inject Tenants tenants;
  @Inject Work work;
  @Inject Chain chain;

  private final BlockingQueue<Waiting> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final AtomicLong taken = new AtomicLong();
  private final AtomicLong settled = new AtomicLong();
  private final Map<TenantId, Long> lost = new LinkedHashMap<>();
  private @Nullable Thread writer;
  private volatile boolean stopping;

  private record Waiting(TenantId tenant, Seen seen) {}

  void put(TenantId tenant, Seen seen) {
    begin();
    taken.incrementAndGet();
    try {
      if (!stopping
          && waiting.offer(new Waiting(tenant, seen), PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    lose(tenant, List.of(seen), "more comes than can be written down");
    settled.incrementAndGet();
  }

  void start(@Observes @Priority(Interceptor.Priority.APPLICATION + 400) Started started) {
    begin();
  }

  private synchronized void begin() {
    if (writer == null && !stopping) {
      var thread = new Thread(this::write, "quen-trail");
      thread.setDaemon(true);
      thread.setContextClassLoader(SeenQueue.class.getClassLoader());
      writer = thread;
      thread.start();
    }
  }

  private void write() {
    List<Waiting> batch = new ArrayList<>(AT_ONCE);
    while (!stopping || !waiting.isEmpty()) {
      try {
        Waiting first = waiting.poll(GATHER.toMillis(), TimeUnit.MILLISECONDS);
        if (first == null) {
          continue;
        }
        batch.add(first);
        if (!stopping && waiting.size() < AT_ONCE) {
          Thread.sleep(GATHER.toMillis());
        }
        waiting.drainTo(batch, AT_ONCE - 1);
      } catch (InterruptedException e) {
        stopping = true; // what is there is still written
      }
      if (!batch.isEmpty()) {
        writeDown(batch);
        settled.addAndGet(batch.size());
        batch.clear();
      }
    }
  }

  private void writeDown(List<Waiting> batch) {
    Map<TenantId, List<Seen>> byTenant = new LinkedHashMap<>();
    batch.forEach(
        each -> byTenant.computeIfAbsent(each.tenant, t -> new ArrayList<>()).add(each.seen));
    byTenant.forEach(this::writeDown);
  }

  private void writeDown(TenantId tenant, List<Seen> seen) {
    for (int attempt = 1; ; attempt++) {
      try {
        long untold = lostSoFar(tenant);
        List<Seen> all = new ArrayList<>(seen);
        if (untold > 0) {
          all.add(losses(untold));
        }
        tenants.runAs(tenant, () -> work.transact(() -> append(all)));
        tellNoMoreOf(tenant, untold);
        return;
      } catch (TenantUnavailable e) {
        lose(tenant, seen, "the workspace cannot be entered");
        return;
      } catch (RuntimeException e) {
        if (attempt == ATTEMPTS || stopping && attempt > 1) {
          LOG.error("The trail of workspace {} could not be written", tenant, e);
          lose(tenant, seen, "the database refused");
          return;
        }
        pause(Duration.ofMillis(250L << attempt));
      }
    }
  }

  private void append(List<Seen> all) {
    chain.append(all.stream().map(Seen::line).filter(Objects::nonNull).toList());
  }

  private static Seen losses(long count) {
    return new Seen(
        Actor.SYSTEM, Whence.INSIDE, () -> Act.of("TrailLost").with("{\"acts\": " + count + "}"));
  }

  private long lostSoFar(TenantId tenant) {
    synchronized (lost) {
      return lost.getOrDefault(tenant, 0L);
    }
  }

  private void tellNoMoreOf(TenantId tenant, long told) {
    synchronized (lost) {
      lost.computeIfPresent(tenant, (id, count) -> count == told ? null : count - told);
    }
  }

  private void lose(TenantId tenant, List<Seen> seen, String why) {
    synchronized (lost) {
      lost.merge(tenant, (long) seen.size(), Long::sum);
    }
    for (Seen each : seen) {
      LOG.error(
          "Not in the trail of workspace {}, since {}: what {} {} did from {}",
          tenant,
          why,
          each.actor().kind(),
          each.actor().id(),
          each.whence().address());
    }
  }

  private static void pause(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits, for a while, until all that was put before has been written down (or lost). */
  void flush() {
    long wanted = taken.get();
    long until = System.nanoTime() + STOPPING.toNanos();
    while (settled.get() < wanted && System.nanoTime() < until) {
      pause(Duration.ofMillis(10));
      if (Thread.currentThread().isInterrupted()) {
        return;
      }
    }
  }

  /** Before the connections go. */
  void stop(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE + 10) Shutdown shutdown) {
    stop();
  }

  @PreDestroy
  void stop() {
    Thread running;
    synchronized (this) {
      stopping = true;
      running = writer;
      writer = null;
    }
    if (running != null) {
      try {
        running.join(STOPPING.toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}

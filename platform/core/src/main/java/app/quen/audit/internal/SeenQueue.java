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

  private final BlockingQueue<Seen> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final AtomicLong taken = new AtomicLong();
  private final AtomicLong settled = new AtomicLong();
  private final Map<TenantId, Long> lost = new LinkedHashMap<>();
  private @Nullable Thread writer;
  private volatile boolean stopping;

  private record Seen(TenantId tenant, Line line) {}

  void put(TenantId tenant, Line line) {
    var seen = new Seen(tenant, line);
    begin();
    taken.incrementAndGet();
    try {
      if (!stopping && waiting.offer(seen, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    lose(tenant, List.of(line), "more comes than can be written down");
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
    List<Seen> batch = new ArrayList<>(AT_ONCE);
    while (!stopping || !waiting.isEmpty()) {
      try {
        Seen first = waiting.poll(GATHER.toMillis(), TimeUnit.MILLISECONDS);
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

  private void writeDown(List<Seen> batch) {
    Map<TenantId, List<Line>> byTenant = new LinkedHashMap<>();
    batch.forEach(
        seen -> byTenant.computeIfAbsent(seen.tenant, t -> new ArrayList<>()).add(seen.line));
    byTenant.forEach(this::writeDown);
  }

  private void writeDown(TenantId tenant, List<Line> lines) {
    for (int attempt = 1; ; attempt++) {
      try {
        List<Line> all = new ArrayList<>(lines);
        Line told = losses(tenant, lines.getFirst());
        if (told != null) {
          all.add(told);
        }
        tenants.runAs(tenant, () -> work.transact(() -> chain.append(all)));
        if (told != null) {
          synchronized (lost) {
            lost.remove(tenant);
          }
        }
        return;
      } catch (TenantUnavailable e) {
        lose(tenant, lines, "the workspace cannot be entered");
        return;
      } catch (RuntimeException e) {
        if (attempt == ATTEMPTS || stopping && attempt > 1) {
          LOG.error("The trail of workspace {} could not be written", tenant, e);
          lose(tenant, lines, "the database refused");
          return;
        }
        pause(Duration.ofMillis(250L << attempt));
      }
    }
  }

  private @Nullable Line losses(TenantId tenant, Line like) {
    Long count;
    synchronized (lost) {
      count = lost.get(tenant);
    }
    return count == null
        ? null
        : new Line(
            Actor.SYSTEM, Whence.INSIDE, Act.of("TrailLost").with("{\"acts\": " + count + "}"));
  }

  private void lose(TenantId tenant, List<Line> lines, String why) {
    synchronized (lost) {
      lost.merge(tenant, (long) lines.size(), Long::sum);
    }
    lines.forEach(
        line ->
            LOG.error(
                "Not in the trail of workspace {}, since {}: {} by {} {} on {} {}",
                tenant,
                why,
                line.act().name(),
                line.actor().kind(),
                line.actor().id(),
                line.act().recordType(),
                line.act().recordId()));
  }

  private static void pause(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits until all that was put before has been written down (or lost). */
  public void flush() {
    long wanted = taken.get();
    while (settled.get() < wanted) {
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

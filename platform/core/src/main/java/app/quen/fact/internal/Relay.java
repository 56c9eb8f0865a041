package app.quen.fact.internal;

import app.quen.database.Work;
import app.quen.start.Started;
import app.quen.tenant.TenantId;
import app.quen.tenant.TenantUnavailable;
import app.quen.tenant.Tenants;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps facts moving while the application runs: woken after each commit that told one, when a
 * retry is due, and by a slow sweep that finds what a crash or another node left.
 */
@ApplicationScoped
public class Relay {

  private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
  private static final Duration TURN = Duration.ofSeconds(5);
  private static final Duration TAKEN = Duration.ofMillis(200);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);

  @Inject Tenants tenants;
  @Inject Work work;
  @Inject Dispatch dispatch;
  @Inject Line line;
  @Inject Lanes lanes;
  @Inject Facts facts;
  @Inject Deliveries deliveries;

  private final Map<Turns.Task, Hold> held = new ConcurrentHashMap<>();
  private volatile @Nullable Turns turns;
  private volatile RetryPolicy retries =
      new RetryPolicy(Duration.ofSeconds(2), Duration.ofMinutes(10), 10);
  private volatile boolean swept;

  /** After the schemas were brought up to date, which happens at start too. */
  void start(@Observes @Priority(Interceptor.Priority.APPLICATION + 500) Started started) {
    start();
  }

  synchronized void start() {
    if (turns != null) {
      return;
    }
    Config config = ConfigProvider.getConfig();
    retries =
        new RetryPolicy(
            setting(config, "quen.relay.retry.base", Duration.ofSeconds(2)),
            setting(config, "quen.relay.retry.longest", Duration.ofMinutes(10)),
            config.getOptionalValue("quen.relay.retry.attempts", Integer.class).orElse(10));
    var started =
        new Turns(
            this::run, config.getOptionalValue("quen.relay.threads", Integer.class).orElse(2));
    turns = started;
    started.every(setting(config, "quen.relay.sweep", Duration.ofMinutes(1)), this::sweep);
    started.every(lanes.heldFor().dividedBy(3), this::keepLanes);
  }

  private static Duration setting(Config config, String name, Duration otherwise) {
    return config.getOptionalValue(name, Duration.class).orElse(otherwise);
  }

  void stop(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) Shutdown shutdown) {
    stop();
  }

  /** Also where the server takes the application down without telling it that it shuts down. */
  @PreDestroy
  synchronized void stop() {
    Turns running = turns;
    if (running != null) {
      running.close();
      turns = null;
    }
  }

  /** There are new facts. Returns at once. */
  public void wake(TenantId tenant) {
    wake(new Turns.Task(tenant, null));
  }

  /** The listener is owed something. Returns at once. */
  public void wake(TenantId tenant, String listener) {
    wake(new Turns.Task(tenant, listener));
  }

  private void wake(Turns.Task task) {
    Turns running = turns;
    if (running != null) {
      running.wake(task);
    }
  }

  /** One turn of a task; answers when the next one is due. */
  private @Nullable Instant run(Turns.Task task, Turns running) {
    try {
      return tenants.callAs(task.tenant(), () -> runInside(task, running));
    } catch (TenantUnavailable e) {
      // suspended: what is there waits for the sweep after it was resumed
      return null;
    } catch (RuntimeException e) {
      if (running.isClosing()) {
        return null;
      }
      LOG.warn(
          "Could not go on with {} in tenant {}; trying again in {} s",
          task.lane(),
          task.tenant(),
          AFTER_FAILURE.toSeconds(),
          e);
      return Instant.now().plus(AFTER_FAILURE);
    }
  }

  private @Nullable Instant runInside(Turns.Task task, Turns running) {
    UUID holder = UUID.randomUUID();
    if (!work.transact(() -> lanes.claim(task.lane(), holder))) {
      // another node has it, and may just have looked for the last time
      return Instant.now().plus(TAKEN);
    }
    held.put(task, new Hold(holder, Instant.now()));
    try {
      if (task.listener() != null) {
        return line.run(task.listener(), TURN, retries, running::isClosing);
      }
      for (String listener : dispatch.run(retries, running::isClosing)) {
        wake(task.tenant(), listener);
      }
      return null;
    } finally {
      held.remove(task);
      work.transact(() -> lanes.release(task.lane(), holder));
    }
  }

  private void sweep() {
    boolean first = !swept;
    for (TenantId tenant : tenants.active()) {
      Turns running = turns;
      if (running == null || running.isClosing()) {
        return;
      }
      try {
        tenants.runAs(tenant, () -> sweep(tenant, first, running));
      } catch (TenantUnavailable e) {
        LOG.debug("Tenant {} is not active any more", tenant);
      } catch (RuntimeException e) {
        LOG.warn("Could not look for facts of tenant {}", tenant, e);
      }
    }
    swept = true;
  }

  private void sweep(TenantId tenant, boolean first, Turns running) {
    work.transact(
        () -> {
          if (first) {
            facts.pruneAll();
          }
          if (facts.anyUndispatched()) {
            wake(tenant);
          }
          deliveries
              .nextDue()
              .forEach((listener, due) -> running.wakeAt(new Turns.Task(tenant, listener), due));
        });
  }

  /** A listener may take longer than a lane is held; as long as this node lives, it keeps it. */
  private void keepLanes() {
    Instant old = Instant.now().minus(lanes.heldFor().dividedBy(4));
    held.forEach(
        (task, hold) -> {
          if (hold.since().isBefore(old)) {
            try {
              tenants.runAs(
                  task.tenant(),
                  () -> work.transact(() -> lanes.renew(task.lane(), hold.holder())));
            } catch (RuntimeException e) {
              LOG.warn("Could not keep {} of tenant {}", task.lane(), task.tenant(), e);
            }
          }
        });
  }

  private record Hold(UUID holder, Instant since) {}
}

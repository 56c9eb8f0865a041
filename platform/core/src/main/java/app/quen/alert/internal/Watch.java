package app.quen.alert.internal;

import app.quen.access.Access;
import app.quen.access.Actor;
import app.quen.alert.ReadCounts;
import app.quen.audit.AuditEntry;
import app.quen.audit.TrailFollower;
import app.quen.database.Work;
import app.quen.start.Rounds;
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
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows each trail from where it has come to, within seconds, and has judged what is new: after
 * the fact and on a thread of its own, so that nobody waits for it. Where it has come to is written
 * with what was learned, so that each entry counts once whatever crashes.
 */
@ApplicationScoped
public class Watch implements TrailFollower {

  private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
  private static final int AT_ONCE = 500;

  /** Of a trail that nobody has watched yet no more than this is looked at. */
  private static final Duration BACK = Duration.ofDays(1);

  @Inject Tenants tenants;
  @Inject Access access;
  @Inject Work work;
  @Inject WatchedTrail trail;
  @Inject Judging judging;
  @Inject Habits habits;
  @Inject ReadCounts reads;
  @Inject Clock clock;

  @Inject
  @ConfigProperty(name = "quen.alert.pause", defaultValue = "PT2S")
  Duration pause;

  @Inject
  @ConfigProperty(name = "quen.alert.sweep", defaultValue = "PT1H")
  Duration sweep;

  private final Set<TenantId> woken = ConcurrentHashMap.newKeySet();
  private final Rounds rounds = new Rounds("quen-alerts");

  void start(@Observes @Priority(Interceptor.Priority.APPLICATION + 700) Started started) {
    if (rounds.begin()) {
      rounds.every(pause, pause, this::watch);
      rounds.every(pause, sweep, this::watchAll);
    }
  }

  void stop(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE + 5) Shutdown shutdown) {
    stop();
  }

  @PreDestroy
  void stop() {
    rounds.stop();
  }

  @Override
  public void grown(TenantId workspace) {
    woken.add(workspace);
  }

  /** What has come since the last time, in all workspaces. */
  private void watch() {
    try {
      reads.take().forEach(this::count);
      for (TenantId workspace : List.copyOf(woken)) {
        woken.remove(workspace);
        follow(workspace);
      }
    } catch (RuntimeException e) {
      LOG.warn("Could not look for what stands out", e);
    }
  }

  private void watchAll() {
    try {
      for (TenantId workspace : tenants.active()) {
        inside(
            workspace,
            () -> {
              work.transact(() -> habits.forget(today()));
              return true;
            });
        follow(workspace);
      }
    } catch (RuntimeException e) {
      LOG.warn("Could not look for what stands out", e);
    }
  }

  private java.time.LocalDate today() {
    return java.time.LocalDate.ofInstant(clock.instant(), java.time.ZoneOffset.UTC);
  }

  private void count(TenantId workspace, Map<Actor, Long> counted) {
    inside(
        workspace,
        () -> {
          work.transact(() -> judging.count(counted));
          return true;
        });
  }

  /** All that is new in this workspace. */
  void follow(TenantId workspace) {
    boolean more = true;
    while (more) {
      more = inside(workspace, () -> work.transact(this::part));
    }
  }

  private boolean part() {
    long last = trail.lock(clock.instant().minus(BACK));
    List<AuditEntry> entries = trail.after(last, AT_ONCE);
    if (entries.isEmpty()) {
      return false;
    }
    judging.judge(entries);
    trail.come(entries.getLast().sequence());
    return entries.size() == AT_ONCE;
  }

  private boolean inside(TenantId workspace, Supplier<Boolean> act) {
    try {
      return tenants.callAs(workspace, () -> access.callAs(Actor.SYSTEM, Set.of("*"), act::get));
    } catch (TenantUnavailable e) {
      LOG.debug("Workspace {} is not active any more", workspace);
    } catch (RuntimeException e) {
      LOG.warn("Could not watch workspace {}; trying again", workspace, e);
      woken.add(workspace);
    }
    return false;
  }
}

package app.quen.audit.internal;

import app.quen.access.WithoutSight;
import app.quen.database.PlainSql;
import app.quen.database.Utc;
import app.quen.database.Work;
import app.quen.seal.NoSealKey;
import app.quen.seal.Seal;
import app.quen.seal.Seals;
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
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Seals trails: within a second or two after something was added, and what a crash left, by a sweep
 * over all workspaces. Of the seals it keeps one every so many entries and one an hour, also beside
 * the trail; of the others only the last.
 */
@WithoutSight(because = "it reads and writes checkpoints, which hold no values")
@ApplicationScoped
public class Sealing {

  private static final Logger LOG = LoggerFactory.getLogger(Sealing.class);
  private static final Duration KEPT = Duration.ofHours(1);

  @Inject Tenants tenants;
  @Inject Work work;
  @Inject Entries entries;
  @Inject Seals seals;
  @Inject Clock clock;

  @Inject
  @ConfigProperty(name = "quen.audit.pause", defaultValue = "PT1S")
  Duration pause;

  @Inject
  @ConfigProperty(name = "quen.audit.sweep", defaultValue = "PT1H")
  Duration sweep;

  @Inject
  @ConfigProperty(name = "quen.audit.checkpoint", defaultValue = "1000")
  int every;

  private final Set<TenantId> woken = ConcurrentHashMap.newKeySet();
  private final Set<TenantId> told = ConcurrentHashMap.newKeySet();
  private final Rounds rounds = new Rounds("quen-seals");
  private boolean keyMissed;

  void start(@Observes @Priority(Interceptor.Priority.APPLICATION + 600) Started started) {
    if (rounds.begin()) {
      rounds.every(pause, pause, this::sealWoken);
      rounds.every(Duration.ZERO, sweep, this::sealAll);
    }
  }

  void stop(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE + 20) Shutdown shutdown) {
    stop();
  }

  @PreDestroy
  void stop() {
    rounds.stop();
  }

  /** Something was added. Returns at once. */
  void wake(TenantId workspace) {
    woken.add(workspace);
  }

  private void sealWoken() {
    for (TenantId workspace : List.copyOf(woken)) {
      woken.remove(workspace);
      seal(workspace);
    }
  }

  private void sealAll() {
    try {
      for (TenantId workspace : tenants.active()) {
        seal(workspace);
      }
    } catch (RuntimeException e) {
      LOG.warn("Could not look for trails to seal", e);
    }
  }

  private void seal(TenantId workspace) {
    try {
      tenants.runAs(workspace, () -> sealNow(workspace));
    } catch (TenantUnavailable e) {
      LOG.debug("Workspace {} is not active any more", workspace);
    } catch (NoSealKey e) {
      if (!keyMissed) {
        keyMissed = true;
        LOG.error("Trails are not sealed: {}", e.getMessage());
      }
    } catch (RuntimeException e) {
      LOG.warn("Could not seal the trail of workspace {}; trying again", workspace, e);
      woken.add(workspace);
    }
  }

  /** The same; where it cannot be sealed at all, it is not. */
  boolean trySealNow(TenantId workspace) {
    try {
      return sealNow(workspace);
    } catch (NoSealKey e) {
      return false;
    }
  }

  /**
   * Seals the trail of the workspace that is entered as it is now. What does not go on from the
   * last seal is not sealed: the verification then finds it.
   *
   * @return whether it goes on from there
   */
  public boolean sealNow(TenantId workspace) {
    // first the seal, then the trail, which has only grown meanwhile
    Seal last = seals.last(workspace).orElse(null);
    Head head = work.transact(() -> consistent(workspace, last));
    if (head == null || head.sequence() == 0) {
      return head != null;
    }
    boolean keep = isToBeKept(workspace, head.sequence());
    if (last == null || last.sequence() < head.sequence()) {
      Seal made = seals.seal(workspace, head.sequence(), head.hash(), keep);
      if (keep) {
        copy(made);
      }
    } else if (keep && !last.kept()) {
      seals.keep(workspace, last);
      copy(last);
    }
    return true;
  }

  private @Nullable Head consistent(TenantId workspace, @Nullable Seal last) {
    Head head = Head.read(work);
    boolean fits =
        (head.sequence() == 0 || is(head.sequence(), head.hash()))
            && (last == null
                || last.sequence() <= head.sequence() && is(last.sequence(), last.hash()));
    if (fits) {
      told.remove(workspace);
      return head;
    }
    if (told.add(workspace)) {
      tell(workspace, last);
    }
    return null;
  }

  private static void tell(TenantId workspace, @Nullable Seal last) {
    LOG.error(
        "The trail of workspace {} does not go on from its last seal (of entry {}): it was tampered"
            + " with, or its schema was restored without the control schema. It is not sealed any"
            + " more; ./quen ops verify-audit says where it is broken",
        workspace,
        last == null ? 0 : last.sequence());
  }

  private boolean is(long sequence, byte[] hash) {
    return entries.hash(sequence).filter(stored -> Arrays.equals(stored, hash)).isPresent();
  }

  private boolean isToBeKept(TenantId workspace, long sequence) {
    return seals
        .lastKept(workspace)
        .map(
            kept ->
                sequence - kept.sequence() >= every
                    || sequence > kept.sequence()
                        && kept.at().isBefore(clock.instant().minus(KEPT)))
        .orElse(true);
  }

  private void copy(Seal seal) {
    work.transact(
        () ->
            PlainSql.execute(
                work.sql(),
                "INSERT IGNORE INTO "
                    + entries.table("audit_checkpoint")
                    + " (seq, hash, at, signature) VALUES (?, ?, ?, ?)",
                List.of(seal.sequence(), seal.hash(), Utc.of(seal.at()), seal.signature())));
  }
}

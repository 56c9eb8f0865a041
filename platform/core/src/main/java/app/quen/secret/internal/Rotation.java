package app.quen.secret.internal;

import app.quen.access.WithoutSight;
import app.quen.database.Work;
import app.quen.job.JobContext;
import app.quen.job.JobHandler;
import app.quen.job.Jobs;
import app.quen.key.WorkspaceKeys;
import app.quen.secret.RotationState;
import app.quen.tenant.TenantId;
import app.quen.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Has a new workspace key take over. What there is to do, the rows say: those wrapped by another
 * key than the newest. So a job that comes twice, or again after a crash, does what is left.
 */
@WithoutSight(because = "it counts and wraps keys, and shows none of them")
@ApplicationScoped
public class Rotation implements JobHandler {

  private static final String NAME = "rotate-keys";

  /** So short that a writer who waits does not notice. */
  private static final int AT_ONCE = 200;

  /** Longer than any transaction that orders a job. */
  private static final Duration NET_AFTER = Duration.ofMinutes(2);

  @Inject Work work;
  @Inject Jobs jobs;
  @Inject Tenants tenants;
  @Inject WorkspaceKeys keys;
  @Inject DataKeys dataKeys;

  /** Makes the new key; from the end of this unit of work on everybody wraps with it. */
  public RotationState order() {
    TenantId tenant = tenants.current().id();
    int before =
        work.sql()
            .createQuery("SELECT generation FROM secret_state FOR UPDATE")
            .mapTo(Integer.class)
            .one();
    dataKeys.ensureWrapping();
    List<Integer> known = keys.wrappingGenerations(tenant);
    // one that was made by an attempt that did not come to its end
    int next =
        known.getLast() > before ? known.getLast() : keys.makeNextWrapping(tenant).generation();
    work.sql().execute("UPDATE secret_state SET generation = ?", next);
    jobs.enqueue(tenant, NAME, NAME + " net " + next, "", Instant.now().plus(NET_AFTER));
    work.afterCommit(() -> jobs.enqueue(tenant, NAME, NAME + " " + next, ""));
    return state();
  }

  public RotationState state() {
    int generation =
        work.sql().createQuery("SELECT generation FROM secret_state").mapTo(Integer.class).one();
    long left =
        work.sql()
            .createQuery("SELECT COUNT(*) FROM customer_key WHERE generation <> ?")
            .bind(0, generation)
            .mapTo(Long.class)
            .one();
    boolean alone =
        keys.wrappingGenerations(tenants.current().id()).stream()
            .allMatch(one -> one == generation);
    return new RotationState(generation, left, left == 0 && alone);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void run(JobContext job) {
    while (work.transact(() -> dataKeys.rewrap(AT_ONCE)) > 0) {
      if (job.stopping()) {
        job.again();
        return;
      }
    }
    destroyOld(job.tenant());
  }

  /**
   * Who wraps holds the state shared until the end of the transaction: once it could be locked,
   * nothing can be on its way that is wrapped by an old key.
   */
  private void destroyOld(TenantId tenant) {
    int newest =
        work.transact(
            () -> {
              int generation =
                  work.sql()
                      .createQuery("SELECT generation FROM secret_state FOR UPDATE")
                      .mapTo(Integer.class)
                      .one();
              boolean left =
                  work.sql()
                      .createQuery(
                          "SELECT EXISTS (SELECT 1 FROM customer_key WHERE generation <> ? LOCK IN"
                              + " SHARE MODE)")
                      .bind(0, generation)
                      .mapTo(Boolean.class)
                      .one();
              if (left) {
                throw new IllegalStateException(
                    "there are keys under an old key of workspace " + tenant + " again");
              }
              return generation;
            });
    keys.wrappingGenerations(tenant).stream()
        .filter(generation -> generation < newest)
        .forEach(generation -> keys.destroyWrapping(tenant, generation));
  }
}

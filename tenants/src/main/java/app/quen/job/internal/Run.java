package app.quen.job.internal;

import app.quen.job.JobContext;
import app.quen.tenant.TenantId;
import com.github.kagkarlsson.scheduler.SchedulerState;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One run of a job. */
final class Run implements JobContext {

  private final Order order;
  private final SchedulerState scheduler;
  private final Clock clock;
  private volatile @Nullable Instant again;

  Run(Order order, SchedulerState scheduler, Clock clock) {
    this.order = order;
    this.scheduler = scheduler;
    this.clock = clock;
  }

  @Nullable Instant wantedAt() {
    return again;
  }

  @Override
  public TenantId tenant() {
    return order.tenant();
  }

  @Override
  public String id() {
    return order.id();
  }

  @Override
  public String data() {
    return order.data();
  }

  @Override
  public boolean stopping() {
    return scheduler.isShuttingDown();
  }

  @Override
  public void again() {
    again(clock.instant());
  }

  @Override
  public void again(Instant at) {
    again = at;
  }
}

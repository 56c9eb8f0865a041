package app.quen.job.internal;

import app.quen.job.JobContext;
import app.quen.tenant.TenantId;
import com.github.kagkarlsson.scheduler.SchedulerState;

/** One run of a job. */
final class Run implements JobContext {

  private final Order order;
  private final SchedulerState scheduler;
  private volatile boolean again;

  Run(Order order, SchedulerState scheduler) {
    this.order = order;
    this.scheduler = scheduler;
  }

  boolean wantsAgain() {
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
    again = true;
  }
}

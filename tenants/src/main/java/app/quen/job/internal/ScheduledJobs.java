package app.quen.job.internal;

import app.quen.cell.Cells;
import app.quen.job.JobHandler;
import app.quen.job.Jobs;
import app.quen.start.Started;
import app.quen.tenant.TenantId;
import app.quen.tenant.TenantUnavailable;
import app.quen.tenant.Tenants;
import app.quen.whence.Whence;
import app.quen.whence.Whereabouts;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs jobs on a few threads, with db-scheduler. A crashed server's jobs are revived in seconds.
 */
@ApplicationScoped
class ScheduledJobs implements Jobs {

  private static final Logger LOG = LoggerFactory.getLogger(ScheduledJobs.class);
  private static final int THREADS = 4;
  private static final Duration HEARTBEAT = Duration.ofSeconds(2);
  private static final Duration POSTPONED = Duration.ofMinutes(1);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

  @Inject Cells cells;
  @Inject Tenants tenants;
  @Inject Clock clock;
  @Inject Whereabouts whereabouts;
  @Inject @Any Instance<JobHandler> handlers;
  private @Nullable Scheduler scheduler;

  /** After everything else has started. */
  synchronized void start(@Observes @Priority(5000) Started started) {
    List<Task<?>> tasks = new ArrayList<>();
    for (var handler : handlers) {
      tasks.add(task(handler));
    }
    scheduler =
        Scheduler.create(cells.control(), tasks)
            .serializer(Order.SERIALIZER)
            .clock(clock::instant)
            .executorService(Executors.newFixedThreadPool(THREADS, threads()))
            .threads(THREADS)
            .pollingInterval(Duration.ofSeconds(2))
            .heartbeatInterval(HEARTBEAT)
            .missedHeartbeatsLimit(4)
            .shutdownMaxWait(Duration.ofSeconds(10))
            .enableImmediateExecution()
            .alwaysPersistTimestampInUTC()
            .build();
    scheduler.start();
  }

  private static ThreadFactory threads() {
    var number = new AtomicInteger();
    return work -> {
      var thread = new Thread(work, "quen-job-" + number.incrementAndGet());
      thread.setDaemon(true);
      thread.setContextClassLoader(ScheduledJobs.class.getClassLoader());
      return thread;
    };
  }

  synchronized void stop(@Observes @Priority(10) Shutdown shutdown) {
    stop();
  }

  @PreDestroy
  synchronized void stop() {
    if (scheduler != null) {
      scheduler.stop();
      scheduler = null;
    }
  }

  @Override
  public boolean enqueue(TenantId tenant, String name, String id, String data) {
    return enqueue(tenant, name, id, data, clock.instant());
  }

  @Override
  public boolean enqueue(TenantId tenant, String name, String id, String data, Instant at) {
    @Nullable Scheduler running;
    synchronized (this) {
      running = scheduler;
    }
    if (running == null) {
      throw new IllegalStateException("jobs are taken only while the application runs");
    }
    var order = new Order(tenant, id, data);
    return running.scheduleIfNotExists(new TaskInstance<>(name, tenant + "/" + id, order), at);
  }

  private Task<Order> task(JobHandler handler) {
    return Tasks.custom(handler.name(), Order.class)
        .onFailure(this::retry)
        .onDeadExecutionRevive()
        .execute((instance, context) -> execute(handler, instance, context));
  }

  private CompletionHandler<Order> execute(
      JobHandler handler, TaskInstance<Order> instance, ExecutionContext context) {
    @Nullable Order order = instance.getData();
    if (order == null) {
      LOG.error("Job {} names no tenant and is thrown away", instance.getTaskAndInstance());
      return (done, operations) -> operations.remove();
    }
    var run = new Run(order, context.getSchedulerState(), clock);
    try {
      tenants.callAs(
          order.tenant(),
          () -> {
            return whereabouts.callFrom(
                Whence.job(handler.name()),
                () -> {
                  handler.run(run);
                  return order;
                });
          });
    } catch (TenantUnavailable e) {
      return unavailable(instance, e);
    }
    @Nullable Instant again = run.wantedAt();
    return again == null
        ? (done, operations) -> operations.remove()
        : (done, operations) -> operations.reschedule(done, again);
  }

  private CompletionHandler<Order> unavailable(
      TaskInstance<Order> instance, TenantUnavailable why) {
    return switch (why.reason()) {
      case SUSPENDED, PROVISIONING ->
          (done, operations) -> operations.reschedule(done, clock.instant().plus(POSTPONED));
      case UNKNOWN -> {
        LOG.warn("Job {} is thrown away: {}", instance.getTaskAndInstance(), why.getMessage());
        yield (done, operations) -> operations.remove();
      }
      // the handler left its tenant: its own fault
      case NONE_ENTERED -> throw why;
    };
  }

  private void retry(ExecutionComplete done, ExecutionOperations<Order> operations) {
    var failures = done.getExecution().consecutiveFailures;
    var pause = Duration.ofSeconds(1L << Math.min(failures, 16));
    if (pause.compareTo(LONGEST_PAUSE) > 0) {
      pause = LONGEST_PAUSE;
    }
    operations.reschedule(done, clock.instant().plus(pause));
  }
}

package app.quen.field.internal;

import app.quen.database.Work;
import app.quen.field.FieldUse;
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
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps what is used in memory, and writes what is new to {@code field_use} now and then. */
@ApplicationScoped
class NotedUse implements FieldUse {

  private static final Logger LOG = LoggerFactory.getLogger(NotedUse.class);
  private static final int SECONDS_BETWEEN = 20;

  /** With more, the memory is begun anew: a few rows are then written twice a day. */
  private static final int MOST = 200_000;

  @Inject Tenants tenants;
  @Inject Work work;

  /** A use, and the day of it. */
  private record Use(TenantId tenant, String recordType, String key, Way way) {}

  private final Map<Use, LocalDate> known = new ConcurrentHashMap<>();
  private final Map<Use, LocalDate> fresh = new ConcurrentHashMap<>();
  private @Nullable ScheduledExecutorService timer;

  synchronized void start(@Observes @Priority(5000) Started started) {
    if (timer == null) {
      timer =
          Executors.newSingleThreadScheduledExecutor(
              task -> {
                var thread = new Thread(task, "quen-field-use");
                thread.setDaemon(true);
                return thread;
              });
      timer.scheduleWithFixedDelay(this::flush, SECONDS_BETWEEN, SECONDS_BETWEEN, TimeUnit.SECONDS);
    }
  }

  synchronized void stop(@Observes @Priority(5) Shutdown shutdown) {
    stop();
  }

  @PreDestroy
  synchronized void stop() {
    if (timer != null) {
      timer.shutdown();
      timer = null;
      flush();
    }
  }

  @Override
  public void note(String recordType, Collection<String> keys, Way way) {
    if (keys.isEmpty()) {
      return;
    }
    TenantId tenant = tenants.current().id();
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    for (String key : keys) {
      // a key with a dot is not the core's, but for the parts of its address
      if (key.indexOf('.') > 0 && !key.startsWith("address.")) {
        var use = new Use(tenant, recordType, key, way);
        if (!today.equals(known.put(use, today))) {
          fresh.put(use, today);
        }
      }
    }
  }

  /** What is noted meanwhile waits for the next time. */
  synchronized void flush() {
    if (known.size() > MOST) {
      known.clear();
    }
    Map<TenantId, List<Use>> byTenant = new HashMap<>();
    Map<Use, LocalDate> taken = new HashMap<>();
    for (Use use : List.copyOf(fresh.keySet())) {
      LocalDate day = fresh.remove(use);
      if (day != null) {
        taken.put(use, day);
        byTenant.computeIfAbsent(use.tenant(), k -> new ArrayList<>()).add(use);
      }
    }
    byTenant.forEach((tenant, uses) -> write(tenant, uses, taken));
  }

  private void write(TenantId tenant, List<Use> uses, Map<Use, LocalDate> days) {
    try {
      tenants.runAs(
          tenant,
          () ->
              work.transact(
                  () -> {
                    try (var batch =
                        work.sql()
                            .prepareBatch(
                                "INSERT INTO field_use (record_type, field_key, way, last_on)"
                                    + " VALUES (?, ?, ?, ?) ON DUPLICATE KEY UPDATE last_on ="
                                    + " GREATEST(last_on, VALUES(last_on))")) {
                      for (Use use : uses) {
                        batch
                            .bind(0, use.recordType())
                            .bind(1, use.key())
                            .bind(2, use.way().name())
                            .bind(3, days.get(use))
                            .add();
                      }
                      batch.execute();
                    }
                  }));
    } catch (TenantUnavailable e) {
      LOG.debug("The use of fields of {} is not written: {}", tenant, e.getMessage());
    } catch (RuntimeException e) {
      LOG.warn("The use of fields of {} could not be written", tenant, e);
      uses.forEach(known::remove);
    }
  }
}

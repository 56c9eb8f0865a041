package app.quen.provisioning;

import app.quen.start.Started;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings all schemas up to date before anything else starts, and keeps removing what was left. */
@ApplicationScoped
class Caretaker {

  private static final Logger LOG = LoggerFactory.getLogger(Caretaker.class);

  @Inject Migrations migrations;
  @Inject Provisioning provisioning;

  private final ScheduledExecutorService every =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("quen-caretaker").factory());

  void start(@Observes @Priority(10) Started started) {
    migrations.migrateControl();
    provisioning.sweep();
    migrations.migrateTenants();
    every.scheduleWithFixedDelay(this::sweep, 60, 60, TimeUnit.SECONDS);
  }

  private void sweep() {
    try {
      provisioning.sweep();
    } catch (RuntimeException e) {
      LOG.warn("What was left half-made could not be removed; trying again in a minute", e);
    }
  }

  @PreDestroy
  void stop() {
    every.shutdownNow();
  }
}

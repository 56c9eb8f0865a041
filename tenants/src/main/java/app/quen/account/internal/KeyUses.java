package app.quen.account.internal;

import app.quen.account.Client;
import app.quen.control.ControlSchema;
import app.quen.start.Started;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * When and from where API keys were last used. Kept here and written down together from time to
 * time: a program that asks a hundred times a second costs one row, once.
 */
@ApplicationScoped
public class KeyUses {

  private static final Logger LOG = LoggerFactory.getLogger(KeyUses.class);
  private static final int SECONDS = 15;

  @Inject ControlSchema control;

  private final Map<UUID, Use> uses = new ConcurrentHashMap<>();
  private final ScheduledExecutorService every =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("quen-key-uses").factory());

  private record Use(Instant at, String address) {}

  void start(@Observes @Priority(500) Started started) {
    every.scheduleWithFixedDelay(this::tryToWriteDown, SECONDS, SECONDS, TimeUnit.SECONDS);
  }

  void note(UUID key, Client client) {
    uses.put(key, new Use(Instant.now(), client.address()));
  }

  private void tryToWriteDown() {
    try {
      writeDown();
    } catch (RuntimeException e) {
      LOG.warn("The last uses of API keys could not be written down", e);
    }
  }

  /** All that is not written down yet. */
  public void writeDown() {
    var taken = Map.copyOf(uses);
    if (taken.isEmpty()) {
      return;
    }
    control.run(
        sql -> {
          var batch =
              sql.prepareBatch(
                  "UPDATE api_key SET last_used_at = :at, last_used_from = :address WHERE id = :id"
                      + " AND (last_used_at IS NULL OR last_used_at < :at)");
          taken.forEach(
              (id, use) ->
                  batch.bind("id", id).bind("at", use.at()).bind("address", use.address()).add());
          batch.execute();
        });
    taken.forEach(uses::remove); // not where there was another one meanwhile
  }

  @PreDestroy
  void stop() {
    every.shutdownNow();
    tryToWriteDown();
  }
}

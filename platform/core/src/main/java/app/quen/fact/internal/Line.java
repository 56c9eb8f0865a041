package app.quen.fact.internal;

import app.quen.database.Work;
import app.quen.fact.Fact;
import app.quen.fact.FactListener;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one listener is owed in the tenant that is entered, told in order. A fact that fails holds
 * up the later ones of its record, nothing else, until it is delivered or given up.
 */
@Dependent
class Line {

  private static final Logger LOG = LoggerFactory.getLogger(Line.class);
  private static final int BATCH = 200;

  private final Work work;
  private final Facts facts;
  private final Deliveries deliveries;
  private final Listeners listeners;
  private final InstantSource clock;

  @Inject
  Line(Work work, Facts facts, Deliveries deliveries, Listeners listeners) {
    this(work, facts, deliveries, listeners, InstantSource.system());
  }

  Line(Work work, Facts facts, Deliveries deliveries, Listeners listeners, InstantSource clock) {
    this.work = work;
    this.facts = facts;
    this.deliveries = deliveries;
    this.listeners = listeners;
    this.clock = clock;
  }

  static String lane(String listener) {
    return "to:" + listener;
  }

  /**
   * Tells what is due, for at most about this long, so that other tenants have their turn. The
   * caller holds the {@link #lane}.
   *
   * @return when there is more to do; null if the listener is owed nothing, or is not here (its
   *     plugin may be switched off: what it is owed waits for it)
   */
  @Nullable Instant run(String name, Duration turn, RetryPolicy retries, BooleanSupplier stopping) {
    FactListener listener = listeners.named(name).findFirst().orElse(null);
    if (listener == null) {
      return null;
    }
    Instant end = clock.instant().plus(turn);
    while (!stopping.getAsBoolean() && clock.instant().isBefore(end)) {
      List<Owed> batch = work.transact(() -> deliveries.due(name, clock.instant(), BATCH));
      if (batch.isEmpty()) {
        break;
      }
      settle(name, tell(listener, batch, end, retries, stopping));
    }
    return work.transact(() -> deliveries.nextDue(name)).orElse(null);
  }

  private Outcome tell(
      FactListener listener,
      List<Owed> batch,
      Instant end,
      RetryPolicy retries,
      BooleanSupplier stopping) {
    Throwable failure = listeners.deliver(listener, batch.stream().map(Owed::fact).toList());
    if (failure == null) {
      return new Outcome(batch.stream().map(one -> one.fact().sequence()).toList(), List.of());
    }
    if (batch.size() == 1) {
      return new Outcome(List.of(), List.of(failed(batch.getFirst(), failure, retries)));
    }
    LOG.info(
        "The listener {} failed on {} facts; trying them one by one",
        listener.name(),
        batch.size(),
        failure);
    var delivered = new ArrayList<Long>();
    var failed = new ArrayList<Owed>();
    var heldUp = new HashSet<UUID>();
    for (Owed one : batch) {
      Fact fact = one.fact();
      if (heldUp.contains(fact.recordId())) {
        continue;
      }
      boolean progress = !delivered.isEmpty() || !failed.isEmpty();
      if (progress && (stopping.getAsBoolean() || clock.instant().isAfter(end))) {
        break;
      }
      Throwable again = listeners.deliver(listener, List.of(fact));
      if (again == null) {
        delivered.add(fact.sequence());
      } else {
        Owed next = failed(one, again, retries);
        failed.add(next);
        if (next.dueAt() != null) {
          heldUp.add(fact.recordId());
        }
      }
    }
    return new Outcome(delivered, failed);
  }

  private Owed failed(Owed one, Throwable why, RetryPolicy retries) {
    Owed again = one.failed(why, retries, clock.instant());
    if (again.dueAt() == null) {
      LOG.error(
          "The listener {} could not take the fact {} ({} of {} {}) in {} attempts; it is a dead"
              + " letter now",
          one.listener(),
          one.fact().sequence(),
          one.fact().type(),
          one.fact().recordType(),
          one.fact().recordId(),
          again.attempts(),
          why);
    } else {
      LOG.info(
          "The listener {} failed on the fact {}, attempt {}; again at {}: {}",
          one.listener(),
          one.fact().sequence(),
          again.attempts(),
          again.dueAt(),
          again.error());
    }
    return again;
  }

  private void settle(String name, Outcome outcome) {
    work.transact(
        () -> {
          deliveries.delete(name, outcome.delivered());
          outcome.failed().forEach(deliveries::update);
        });
    // on its own: two listeners that finish the same fact at once would wait for each other
    work.transact(() -> facts.prune(outcome.delivered()));
  }

  private record Outcome(List<Long> delivered, List<Owed> failed) {}
}

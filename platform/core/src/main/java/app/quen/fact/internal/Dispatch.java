package app.quen.fact.internal;

import app.quen.database.Work;
import app.quen.fact.Fact;
import app.quen.fact.FactListener;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the outbox of the tenant that is entered apart: tells prompt listeners at once, writes down
 * what the others are owed, and lets go of facts that nobody is owed.
 */
@Dependent
class Dispatch {

  static final String LANE = "dispatch";

  private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);
  private static final int BATCH = 2_000;

  private final Work work;
  private final Facts facts;
  private final Deliveries deliveries;
  private final Listeners listeners;
  private final InstantSource clock;

  @Inject
  Dispatch(Work work, Facts facts, Deliveries deliveries, Listeners listeners) {
    this(work, facts, deliveries, listeners, InstantSource.system());
  }

  Dispatch(
      Work work, Facts facts, Deliveries deliveries, Listeners listeners, InstantSource clock) {
    this.work = work;
    this.facts = facts;
    this.deliveries = deliveries;
    this.listeners = listeners;
    this.clock = clock;
  }

  /**
   * Goes on until the outbox is empty. The caller holds {@link #LANE}.
   *
   * @return the listeners that are owed something now
   */
  Set<String> run(RetryPolicy retries, BooleanSupplier stopping) {
    var owedNow = new LinkedHashSet<String>();
    while (!stopping.getAsBoolean()) {
      List<Fact> batch = work.transact(() -> facts.undispatched(BATCH));
      if (batch.isEmpty()) {
        break;
      }
      owedNow.addAll(dispatch(batch, retries));
    }
    return owedNow;
  }

  private Set<String> dispatch(List<Fact> batch, RetryPolicy retries) {
    var owed = new ArrayList<Owed>();
    for (FactListener listener : listeners.all()) {
      List<Fact> wanted = batch.stream().filter(fact -> listeners.wants(listener, fact)).toList();
      if (wanted.isEmpty()) {
        continue;
      }
      if (listener.prompt()) {
        owed.addAll(tell(listener, wanted, retries));
      } else {
        Instant now = clock.instant();
        wanted.forEach(fact -> owed.add(Owed.fresh(listener.name(), fact, now)));
      }
    }
    var kept = new HashSet<Long>();
    var owedNow = new LinkedHashSet<String>();
    for (Owed one : owed) {
      kept.add(one.fact().sequence());
      owedNow.add(one.listener());
    }
    List<Long> done =
        batch.stream().map(Fact::sequence).filter(sequence -> !kept.contains(sequence)).toList();
    work.transact(
        () -> {
          deliveries.insert(owed);
          facts.markDispatched(kept);
          facts.delete(done);
        });
    return owedNow;
  }

  /** Tells what can be told at once, and answers with what is still owed. */
  private List<Owed> tell(FactListener listener, List<Fact> wanted, RetryPolicy retries) {
    Set<UUID> waiting = work.transact(() -> deliveries.recordsWaiting(listener.name(), wanted));
    Instant now = clock.instant();
    var owed = new ArrayList<Owed>();
    var ready = new ArrayList<Fact>(wanted.size());
    for (Fact fact : wanted) {
      if (waiting.contains(fact.recordId())) {
        owed.add(Owed.fresh(listener.name(), fact, now));
      } else {
        ready.add(fact);
      }
    }
    if (!ready.isEmpty()) {
      Throwable failure = listeners.deliver(listener, ready);
      if (failure != null) {
        LOG.warn(
            "The listener {} failed on {} facts from {} on; they wait in its line now",
            listener.name(),
            ready.size(),
            ready.getFirst().sequence(),
            failure);
        for (Fact fact : ready) {
          Owed fresh = Owed.fresh(listener.name(), fact, now);
          owed.add(ready.size() == 1 ? fresh.failed(failure, retries, now) : fresh);
        }
      }
    }
    return owed;
  }
}

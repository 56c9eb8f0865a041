package app.quen.fact.internal;

import static org.assertj.core.api.Assertions.assertThat;

import app.quen.access.Access;
import app.quen.access.Actor;
import app.quen.database.Work;
import app.quen.fact.FactListener;
import app.quen.fact.FactListeners;
import app.quen.fact.Outbox;
import app.quen.testing.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * Whatever happens in whatever order, the tables hold what a plain model says, and in the end every
 * listener was told every fact.
 */
class DeliveryModelTest {

  private static final int ATTEMPTS = 3;
  private static final List<UUID> RECORDS =
      IntStream.range(0, 3).mapToObj(i -> UUID.randomUUID()).toList();

  private static World world;
  private static Work work;

  private enum Step {
    TELL_0,
    TELL_1,
    TELL_2,
    DISPATCH,
    RUN_PROMPT,
    RUN_LINE,
    BREAK_PROMPT,
    BREAK_LINE,
    POISON_PROMPT,
    POISON_LINE,
    HEAL,
    WAIT,
    REPLAY
  }

  @BeforeContainer
  static void open() {
    world = World.open();
    world.bean(Relay.class).stop();
    work = world.bean(Work.class);
  }

  @AfterContainer
  static void close() {
    world.close();
  }

  @Provide
  Arbitrary<List<Step>> histories() {
    return Arbitraries.frequencyOf(
            Tuple.of(4, Arbitraries.of(Step.TELL_0, Step.TELL_1, Step.TELL_2)),
            Tuple.of(5, Arbitraries.of(Step.DISPATCH, Step.RUN_PROMPT, Step.RUN_LINE)),
            Tuple.of(2, Arbitraries.of(Step.WAIT)),
            Tuple.of(2, Arbitraries.of(Step.values())))
        .list()
        .ofMinSize(5)
        .ofMaxSize(40);
  }

  @Property(tries = 60, shrinking = ShrinkingMode.BOUNDED)
  void theTablesHoldWhatTheModelSays(@ForAll("histories") List<Step> steps) {
    var both = new Both();
    for (Step step : steps) {
      both.take(step);
      both.compare();
    }
    both.finish();
  }

  /** The real thing and the model, side by side. */
  private static final class Both {

    private final ScriptedListener prompt = new ScriptedListener("prompt", true);
    private final ScriptedListener inLine = new ScriptedListener("line", false);
    private final Map<String, Model> models =
        Map.of("prompt", new Model(prompt), "line", new Model(inLine));
    private final TreeMap<Long, UUID> outbox = new TreeMap<>();
    private final Map<Long, UUID> all = new TreeMap<>();
    private final RetryPolicy retries =
        new RetryPolicy(Duration.ofHours(1), Duration.ofHours(2), ATTEMPTS);
    private Instant now = Instant.now();
    private final Facts facts = new Facts(work);
    private final Deliveries deliveries = new Deliveries(work);
    private final Dispatch dispatch;
    private final Line line;

    Both() {
      FactListeners source = () -> List.<FactListener>of(prompt, inLine);
      var listeners = new Listeners(List.of(), List.of(source), world.bean(Access.class));
      dispatch = new Dispatch(work, facts, deliveries, listeners, () -> now);
      line = new Line(work, facts, deliveries, listeners, () -> now);
    }

    void take(Step step) {
      switch (step) {
        case TELL_0, TELL_1, TELL_2 -> tell(RECORDS.get(step.ordinal()));
        case DISPATCH -> dispatch();
        case RUN_PROMPT -> run(prompt);
        case RUN_LINE -> run(inLine);
        case BREAK_PROMPT -> poisonAll(prompt);
        case BREAK_LINE -> poisonAll(inLine);
        case POISON_PROMPT -> poisonNext(prompt);
        case POISON_LINE -> poisonNext(inLine);
        case HEAL -> heal();
        case WAIT -> letTimePass();
        case REPLAY -> replay();
      }
    }

    private void tell(UUID record) {
      long sequence =
          inA(
              () -> {
                world
                    .bean(Outbox.class)
                    .recordAll("TestHappened", "test", List.of(new Outbox.Entry(record, "{}")));
                return work.sql().createQuery("SELECT MAX(seq) FROM fact").mapTo(Long.class).one();
              });
      outbox.put(sequence, record);
      all.put(sequence, record);
    }

    private void dispatch() {
      world.in(world.a(), () -> dispatch.run(retries, () -> false));
      models.values().forEach(model -> model.dispatch(outbox));
      outbox.clear();
    }

    private void run(ScriptedListener listener) {
      world.in(
          world.a(),
          () -> {
            line.run(listener.name(), Duration.ofHours(1), retries, () -> false);
            return null;
          });
      models.get(listener.name()).run();
    }

    private void poisonAll(ScriptedListener listener) {
      all.keySet().forEach(sequence -> poison(listener, sequence));
    }

    private void poisonNext(ScriptedListener listener) {
      all.keySet().stream().reduce((a, b) -> b).ifPresent(sequence -> poison(listener, sequence));
    }

    private void poison(ScriptedListener listener, long sequence) {
      listener.poison(sequence);
      models.get(listener.name()).poison.add(sequence);
    }

    private void letTimePass() {
      now = now.plus(Duration.ofDays(1));
      models.values().forEach(Model::letTimePass);
    }

    private void heal() {
      models.values().forEach(Model::heal);
    }

    private void replay() {
      models
          .values()
          .forEach(
              model -> {
                for (long sequence : Set.copyOf(model.dead)) {
                  assertThat(inA(() -> deliveries.revive(model.listener.name(), sequence, now)))
                      .isTrue();
                  model.revive(sequence);
                }
              });
    }

    void compare() {
      models
          .values()
          .forEach(
              model -> {
                String name = model.listener.name();
                assertThat(model.listener.sequences()).as(name).isEqualTo(model.told);
                assertThat(attempts(name, "IS NOT NULL")).as(name).isEqualTo(model.attempts());
                assertThat(attempts(name, "IS NULL").keySet()).as(name).isEqualTo(model.dead);
              });
      var kept = new TreeSet<>(outbox.keySet());
      models.values().forEach(model -> kept.addAll(model.owed()));
      assertThat(inA(() -> work.sql().createQuery("SELECT seq FROM fact").mapTo(Long.class).list()))
          .containsExactlyInAnyOrderElementsOf(kept);
    }

    private Map<Long, Integer> attempts(String listener, String due) {
      return inA(
          () ->
              work.sql()
                  .createQuery(
                      "SELECT fact_seq, attempts FROM fact_delivery WHERE listener = ? AND due_at "
                          + due)
                  .bind(0, listener)
                  .map((row, context) -> Map.entry(row.getLong(1), row.getInt(2)))
                  .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    void finish() {
      heal();
      dispatch();
      replay();
      take(Step.WAIT);
      run(prompt);
      run(inLine);
      compare();
      Stream.of(prompt, inLine)
          .forEach(
              listener ->
                  assertThat(listener.sequences())
                      .as(listener.name())
                      .containsExactlyInAnyOrderElementsOf(all.keySet()));
    }
  }

  /** One listener's deliveries, as simple as can be. */
  private static final class Model {

    private final ScriptedListener listener;
    private final TreeMap<Long, Pending> pending = new TreeMap<>();
    private final Map<Long, UUID> records = new HashMap<>();
    private final Set<Long> dead = new TreeSet<>();
    private final Set<Long> poison = new HashSet<>();
    private final List<Long> told = new ArrayList<>();

    private record Pending(UUID record, int attempts, boolean due) {}

    Model(ScriptedListener listener) {
      this.listener = listener;
    }

    void dispatch(TreeMap<Long, UUID> outbox) {
      records.putAll(outbox);
      var behind = pending.values().stream().map(Pending::record).collect(Collectors.toSet());
      var ready = new TreeMap<Long, UUID>();
      outbox.forEach(
          (sequence, record) -> {
            if (listener.prompt() && !behind.contains(record)) {
              ready.put(sequence, record);
            } else {
              pending.put(sequence, new Pending(record, 0, true));
            }
          });
      if (ready.keySet().stream().noneMatch(poison::contains)) {
        told.addAll(ready.keySet());
      } else if (ready.size() == 1) {
        ready.forEach((sequence, record) -> fail(sequence, new Pending(record, 0, true)));
      } else {
        ready.forEach((sequence, record) -> pending.put(sequence, new Pending(record, 0, true)));
      }
    }

    void run() {
      var heldUp = new HashSet<UUID>();
      for (long sequence : List.copyOf(pending.keySet())) {
        Pending one = pending.get(sequence);
        if (heldUp.contains(one.record())) {
          continue;
        }
        if (!one.due()) {
          heldUp.add(one.record());
        } else if (!poison.contains(sequence)) {
          pending.remove(sequence);
          told.add(sequence);
        } else {
          fail(sequence, one);
          if (pending.containsKey(sequence)) {
            heldUp.add(one.record());
          }
        }
      }
    }

    private void fail(long sequence, Pending one) {
      if (one.attempts() + 1 >= ATTEMPTS) {
        pending.remove(sequence);
        dead.add(sequence);
      } else {
        pending.put(sequence, new Pending(one.record(), one.attempts() + 1, false));
      }
    }

    void letTimePass() {
      pending.replaceAll((sequence, one) -> new Pending(one.record(), one.attempts(), true));
    }

    void revive(long sequence) {
      dead.remove(sequence);
      pending.put(sequence, new Pending(records.get(sequence), 0, true));
    }

    void heal() {
      listener.heal();
      poison.clear();
    }

    Set<Long> owed() {
      var owed = new HashSet<>(pending.keySet());
      owed.addAll(dead);
      return owed;
    }

    Map<Long, Integer> attempts() {
      return pending.entrySet().stream()
          .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().attempts()));
    }
  }

  private static <T> T inA(Supplier<T> reading) {
    return world.in(
        world.a(),
        () ->
            world
                .bean(Access.class)
                .callAs(Actor.SYSTEM, Set.of("*"), () -> work.transact(reading)));
  }
}

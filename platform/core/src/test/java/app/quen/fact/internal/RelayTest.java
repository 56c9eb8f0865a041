package app.quen.fact.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.quen.access.Access;
import app.quen.access.Actor;
import app.quen.access.Refused;
import app.quen.database.Work;
import app.quen.fact.CountDeliveries;
import app.quen.fact.DeadLetter;
import app.quen.fact.Fact;
import app.quen.fact.ListDeadLetters;
import app.quen.fact.Outbox;
import app.quen.fact.RetryDelivery;
import app.quen.tenant.Tenant;
import app.quen.testing.EmbeddedDatabase;
import app.quen.testing.World;
import jakarta.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmbeddedDatabase.class)
class RelayTest {

  private static final Actor LAN = new Actor(Actor.Kind.MEMBER, UUID.randomUUID(), "Lan");

  private static World world;
  private static Work work;

  @BeforeAll
  static void open() {
    System.setProperty("quen.relay.retry.base", "PT0.02S");
    System.setProperty("quen.relay.retry.attempts", "3");
    world = World.open();
    work = world.bean(Work.class);
  }

  @AfterAll
  static void close() {
    world.close();
    System.clearProperty("quen.relay.retry.base");
    System.clearProperty("quen.relay.retry.attempts");
  }

  @AfterEach
  void forget() {
    TestListeners.forget();
    await().untilAsserted(() -> assertThat(count("SELECT COUNT(*) FROM fact")).isZero());
  }

  @Test
  void aFactIsToldAfterTheCommitWithWhoDidItAndOnlyInItsTenant() {
    var listener = TestListeners.know(new ScriptedListener("telling", false));
    UUID record = UUID.randomUUID();
    tell(world.a(), record, 7);
    await().until(() -> listener.told().size() == 1);
    Fact fact = listener.told().getFirst();
    assertThat(fact.type()).isEqualTo("TestHappened");
    assertThat(fact.recordId()).isEqualTo(record);
    assertThat(fact.actor()).isEqualTo(LAN);
    assertThat(fact.payload().getInt("n")).isEqualTo(7);
    assertThat(fact.at()).isBetween(Instant.now().minusSeconds(60), Instant.now());
    var inB = world.in(world.b(), () -> work.transact(() -> fetch("SELECT MAX(seq) FROM fact")));
    assertThat(inB).isNull();
  }

  @Test
  void aRollbackTakesTheFactWithIt() {
    var listener = TestListeners.know(new ScriptedListener("rollback", false));
    assertThatThrownBy(
            () ->
                does(
                    world.a(),
                    () ->
                        work.transact(
                            () -> {
                              record(UUID.randomUUID(), 1);
                              throw new IllegalStateException("changed my mind");
                            })))
        .hasMessageContaining("changed my mind");
    tell(world.a(), UUID.randomUUID(), 2);
    await().until(() -> !listener.told().isEmpty());
    assertThat(listener.told()).extracting(fact -> fact.payload().getInt("n")).containsExactly(2);
  }

  @Test
  void outsideOfAUnitOfWorkNoFactIsTaken() {
    assertThatThrownBy(() -> does(world.a(), () -> record(UUID.randomUUID(), 1)))
        .isInstanceOf(RuntimeException.class);
  }

  @Test
  void whereNobodyActsNoFactIsTaken() {
    assertThatThrownBy(
            () -> world.run(world.a(), () -> work.transact(() -> record(UUID.randomUUID(), 1))))
        .isInstanceOf(Refused.class);
  }

  @Test
  void factsOfOneRecordComeInTheOrderOfTheirChangesUnderConcurrentWriters() throws Exception {
    var inLine = TestListeners.know(new ScriptedListener("order", false));
    var prompt = TestListeners.know(new ScriptedListener("order-prompt", true));
    List<UUID> records = IntStream.range(0, 4).mapToObj(i -> UUID.randomUUID()).toList();
    does(world.a(), () -> work.transact(() -> records.forEach(this::insertCounter)));
    int writers = 6;
    int rounds = 25;
    try (var threads = Executors.newFixedThreadPool(writers)) {
      var running = new ArrayList<Future<?>>();
      for (int writer = 0; writer < writers; writer++) {
        running.add(
            threads.submit(
                () -> {
                  for (int round = 0; round < rounds; round++) {
                    UUID record = records.get(round % records.size());
                    does(world.a(), () -> work.transact(() -> record(record, increment(record))));
                  }
                }));
      }
      for (Future<?> each : running) {
        each.get();
      }
    }
    for (var listener : List.of(inLine, prompt)) {
      await().until(() -> listener.told().size() == writers * rounds);
      for (UUID record : records) {
        assertThat(
                listener.told().stream()
                    .filter(fact -> fact.recordId().equals(record))
                    .map(fact -> fact.payload().getInt("n")))
            .as(listener.name())
            .isSorted()
            .doesNotHaveDuplicates();
      }
    }
  }

  @Test
  void aFailingListenerStopsNoOtherAndIsToldWhenItWorksAgain() {
    var broken = TestListeners.know(new ScriptedListener("broken", false));
    var brokenPrompt = TestListeners.know(new ScriptedListener("broken-prompt", true));
    var fine = TestListeners.know(new ScriptedListener("fine", false));
    broken.breakDown();
    brokenPrompt.breakDown();
    tell(world.a(), UUID.randomUUID(), 1);
    await().until(() -> fine.told().size() == 1);
    assertThat(broken.told()).isEmpty();
    broken.heal();
    brokenPrompt.heal();
    await().until(() -> broken.told().size() == 1 || !dead(world.a()).isEmpty());
    retryAll(world.a());
    await().until(() -> broken.told().size() == 1 && brokenPrompt.told().size() == 1);
    assertThat(fine.told()).hasSize(1);
  }

  @Test
  void aListenerThatHangsStopsNoOther() {
    var release = new CountDownLatch(1);
    TestListeners.know(
        new ScriptedListener("hanging", false) {
          @Override
          public void deliver(List<Fact> facts) {
            try {
              release.await();
            } catch (InterruptedException e) {
              throw new IllegalStateException(e);
            }
            super.deliver(facts);
          }
        });
    var fine = TestListeners.know(new ScriptedListener("not-hanging", false));
    try {
      for (int i = 0; i < 20; i++) {
        tell(i % 2 == 0 ? world.a() : world.b(), UUID.randomUUID(), i);
      }
      await().until(() -> fine.told().size() == 20);
    } finally {
      release.countDown();
    }
  }

  @Test
  void afterTheLastAttemptAFactIsADeadLetterAndLaterOnesOfItsRecordGoOn() {
    var listener =
        TestListeners.know(
            new ScriptedListener("dying", false) {
              @Override
              public synchronized void deliver(List<Fact> facts) {
                if (facts.stream().anyMatch(fact -> fact.payload().getInt("n") == 1)) {
                  throw new IllegalStateException("not the first one");
                }
                super.deliver(facts);
              }
            });
    UUID record = UUID.randomUUID();
    tell(world.a(), record, 1);
    tell(world.a(), record, 2);
    await().until(() -> listener.told().size() == 1);
    assertThat(listener.told().getFirst().payload().getInt("n")).isEqualTo(2);
    DeadLetter dead = dead(world.a()).getFirst();
    assertThat(dead.listener()).isEqualTo("dying");
    assertThat(dead.attempts()).isEqualTo(3);
    assertThat(dead.recordId()).isEqualTo(record);
    assertThat(dead.error()).contains("not the first one");
    assertThat(dead(world.b())).isEmpty();
    assertThat(as(world.a(), () -> world.bean(CountDeliveries.class).count()).deadLetters())
        .isEqualTo(1);

    TestListeners.forget();
    var healed = TestListeners.know(new ScriptedListener("dying", false));
    retryAll(world.a());
    await().until(() -> healed.told().size() == 1);
    assertThat(healed.sequences()).containsExactly(dead.factSequence());
    assertThat(dead(world.a())).isEmpty();
  }

  @Test
  void whatIsNotADeadLetterCannotBeRetried() {
    var retry = world.bean(RetryDelivery.class);
    assertThat(as(world.a(), () -> retry.retry("history", 4711))).isFalse();
  }

  @Test
  void deadLettersNeedThePermissionToManageDeliveries() {
    var access = world.bean(Access.class);
    var list = world.bean(ListDeadLetters.class);
    var retry = world.bean(RetryDelivery.class);
    assertThatThrownBy(
            () ->
                world.in(
                    world.a(),
                    () -> access.callAs(LAN, Set.of("customer:*"), () -> list.list(10, null))))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(
            () ->
                world.in(
                    world.a(),
                    () -> access.callAs(LAN, Set.of("customer:*"), () -> retry.retry("x", 1))))
        .isInstanceOf(Refused.class);
  }

  @Test
  void aHundredThousandFactsAreWrittenAndToldInSeconds() {
    List<Outbox.Entry> entries =
        IntStream.range(0, 100_000)
            .mapToObj(
                i ->
                    new Outbox.Entry(
                        UUID.randomUUID(),
                        "{\"n\":"
                            + i
                            + ",\"changes\":[{\"field\":\"name\",\"before\":null,"
                            + "\"after\":\"Nguyễn Thị Ánh Tuyết số "
                            + i
                            + "\"}]}"))
            .toList();
    does(
        world.a(),
        () -> {
          for (int from = 0; from < entries.size(); from += 5_000) {
            int chunk = from;
            work.transact(
                () ->
                    world
                        .bean(Outbox.class)
                        .recordAll(
                            "CustomerImagined", "customer", entries.subList(chunk, chunk + 5_000)));
          }
        });
    await()
        .atMost(Duration.ofSeconds(120))
        .until(() -> count("SELECT COUNT(*) FROM customer_history") == 100_000);
    does(
        world.a(),
        () ->
            work.transact(
                () -> {
                  work.sql().execute("DELETE FROM customer_history");
                }));
  }

  private void tell(Tenant tenant, UUID record, int n) {
    does(tenant, () -> work.transact(() -> record(record, n)));
  }

  private void record(UUID record, int n) {
    var payload = Json.createObjectBuilder().add("n", n).build();
    world.bean(Outbox.class).record("TestHappened", "test", record, payload);
  }

  private void insertCounter(UUID record) {
    work.sql()
        .execute(
            "INSERT INTO import_mapping (heading_set, mapping, used_at) VALUES (?, '0', NOW())",
            record.toString());
  }

  private int increment(UUID record) {
    work.sql()
        .execute(
            "UPDATE import_mapping SET mapping = mapping + 1 WHERE heading_set = ?",
            record.toString());
    return work.sql()
        .createQuery("SELECT CAST(mapping AS INT) FROM import_mapping WHERE heading_set = ?")
        .bind(0, record.toString())
        .mapTo(Integer.class)
        .one();
  }

  private static List<DeadLetter> dead(Tenant tenant) {
    return as(tenant, () -> world.bean(ListDeadLetters.class).list(100, null)).items();
  }

  private static void retryAll(Tenant tenant) {
    for (DeadLetter each : dead(tenant)) {
      as(tenant, () -> world.bean(RetryDelivery.class).retry(each.listener(), each.factSequence()));
    }
  }

  private static long count(String sql) {
    return world.in(world.a(), () -> work.transact(() -> fetch(sql)));
  }

  private static Long fetch(String sql) {
    return work.sql().createQuery(sql).mapTo(Long.class).findOne().orElse(null);
  }

  private static void does(Tenant tenant, Runnable action) {
    as(
        tenant,
        () -> {
          action.run();
          return null;
        });
  }

  private static <T> T as(Tenant tenant, Callable<T> action) {
    return world.in(tenant, () -> world.bean(Access.class).callAs(LAN, Set.of("*"), action));
  }
}

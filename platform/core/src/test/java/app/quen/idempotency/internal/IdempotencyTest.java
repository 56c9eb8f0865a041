package app.quen.idempotency.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.quen.access.Access;
import app.quen.access.Actor;
import app.quen.account.KeyMismatch;
import app.quen.account.Rejected;
import app.quen.database.Work;
import app.quen.idempotency.Answer;
import app.quen.idempotency.Idempotency;
import app.quen.tenant.Tenant;
import app.quen.testing.EmbeddedDatabase;
import app.quen.testing.World;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmbeddedDatabase.class)
class IdempotencyTest {

  private static final Actor LAN = new Actor(Actor.Kind.MEMBER, UUID.randomUUID(), "Lan");
  private static final Actor TILL = new Actor(Actor.Kind.API_KEY, UUID.randomUUID(), "till");

  private static World world;
  private static Work work;

  private final String key = UUID.randomUUID().toString();

  @BeforeAll
  static void open() {
    world = World.open();
    work = world.bean(Work.class);
  }

  @AfterAll
  static void close() {
    world.close();
  }

  @Test
  void theSameRequestGetsTheSameAnswerAndHappensOnce() {
    Answer first = once(world.a(), LAN, "POST x", this::create);
    Answer second = once(world.a(), LAN, "POST x", this::create);
    assertThat(first.repeated()).isFalse();
    assertThat(second)
        .isEqualTo(new Answer(201, "/customers/1", "\"v1\"", "{\"tên\":\"Bưởi\"}", true));
    assertThat(created(world.a())).isEqualTo(1);
  }

  @Test
  void aDifferentRequestWithTheSameKeyIsRefused() {
    once(world.a(), LAN, "POST x", this::create);
    assertThatThrownBy(() -> once(world.a(), LAN, "POST y", this::create))
        .isInstanceOf(KeyMismatch.class);
    assertThat(created(world.a())).isEqualTo(1);
  }

  @Test
  void theSameKeyOfAnotherCallerOrTenantIsAnotherKey() {
    once(world.a(), LAN, "POST x", this::create);
    assertThat(once(world.a(), TILL, "POST x", this::create).repeated()).isFalse();
    assertThat(once(world.b(), LAN, "POST x", this::create).repeated()).isFalse();
  }

  @Test
  void workThatFailsLeavesTheKeyFree() {
    assertThatThrownBy(
            () ->
                once(
                    world.a(),
                    LAN,
                    "POST x",
                    () -> {
                      create();
                      throw new IllegalStateException("no");
                    }))
        .hasMessage("no");
    assertThat(once(world.a(), LAN, "POST x", this::create).repeated()).isFalse();
    assertThat(created(world.a())).isEqualTo(1);
  }

  @Test
  void ofManyAtOnceOneDoesItAndTheOthersGetItsAnswer() throws Exception {
    int callers = 6;
    var together = new CyclicBarrier(callers);
    var answers = new ArrayList<Answer>();
    try (var threads = Executors.newFixedThreadPool(callers)) {
      var running = new ArrayList<Future<Answer>>();
      for (int i = 0; i < callers; i++) {
        running.add(
            threads.submit(
                () -> {
                  together.await();
                  return once(world.a(), LAN, "POST x", this::create);
                }));
      }
      for (Future<Answer> each : running) {
        answers.add(each.get());
      }
    }
    assertThat(answers).filteredOn(answer -> !answer.repeated()).hasSize(1);
    assertThat(answers).extracting(Answer::location).containsOnly("/customers/1");
    assertThat(created(world.a())).isEqualTo(1);
  }

  @Test
  void afterADayAKeyMayBeUsedAgain() {
    once(world.a(), LAN, "POST x", this::create);
    world.in(
        world.a(),
        () ->
            work.transact(
                () ->
                    work.sql()
                        .execute(
                            "UPDATE idempotency_key SET created_at = created_at - INTERVAL 25 HOUR"
                                + " WHERE idempotency_key = ?",
                            key)));
    assertThat(once(world.a(), LAN, "POST y", this::create).repeated()).isFalse();
  }

  @Test
  void aKeyWithSpacesOrNoneAtAllIsRefused() {
    for (String bad : new String[] {"", "a b", "khóa", "x".repeat(201)}) {
      assertThatThrownBy(
              () ->
                  world.in(
                      world.a(),
                      () ->
                          world
                              .bean(Access.class)
                              .callAs(
                                  LAN,
                                  Set.of(),
                                  () ->
                                      world
                                          .bean(Idempotency.class)
                                          .once(bad, new byte[0], this::create))))
          .isInstanceOf(Rejected.class);
    }
  }

  private Answer create() {
    work.sql()
        .execute(
            "INSERT INTO import_mapping (heading_set, mapping, used_at) VALUES (UUID(), ?, NOW())",
            key);
    return new Answer(201, "/customers/1", "\"v1\"", "{\"tên\":\"Bưởi\"}");
  }

  private int created(Tenant tenant) {
    return world.in(
        tenant,
        () ->
            work.transact(
                () ->
                    work.sql()
                        .createQuery("SELECT COUNT(*) FROM import_mapping WHERE mapping = ?")
                        .bind(0, key)
                        .mapTo(Integer.class)
                        .one()));
  }

  private Answer once(Tenant tenant, Actor actor, String request, Supplier<Answer> doing) {
    return world.in(
        tenant,
        () ->
            world
                .bean(Access.class)
                .callAs(
                    actor,
                    Set.of("*"),
                    () ->
                        world
                            .bean(Idempotency.class)
                            .once(key, request.getBytes(StandardCharsets.UTF_8), doing)));
  }
}
